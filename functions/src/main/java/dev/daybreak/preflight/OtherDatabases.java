package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;

import dev.daybreak.database.Facts;

/// What else the instance holds. A snapshot brings it along, but only the application's database is
/// fenced and compared: what is written to another one afterwards would be lost without a word.
final class OtherDatabases {
    private OtherDatabases() {}

    static Verdict judge(Facts facts) {
        return facts.otherDatabases().isEmpty()
                ? pass()
                : refuse(
                        "The instance holds other databases too: %s."
                                .formatted(Words.some(facts.otherDatabases())),
                        "They would be neither fenced nor compared: move them to another instance,"
                                + " or drop them.");
    }
}
