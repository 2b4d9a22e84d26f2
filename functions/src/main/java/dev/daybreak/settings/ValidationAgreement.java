package dev.daybreak.settings;

import dev.daybreak.migration.Validation;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// What a form of text cannot tell of a time zone and of a regular expression.
final class ValidationAgreement {
    private ValidationAgreement() {}

    /// A refused field has something valid in its place, so nothing is said of it twice.
    static List<Problem> problems(Validation validation) {
        var problems = new ArrayList<Problem>();
        if (!ZoneId.getAvailableZoneIds().contains(validation.zone())) {
            problems.add(
                    new Problem("validation.zone", shown(validation.zone()), Form.ZONE.allowed()));
        }
        try {
            validation.errors();
        } catch (PatternSyntaxException problem) {
            problems.add(
                    new Problem(
                            "validation.errorPattern",
                            shown(validation.errorPattern()),
                            "a regular expression (%s)".formatted(problem.getDescription())));
        }
        return problems;
    }

    private static String shown(String text) {
        return '"' + Spelling.clipped(text) + '"';
    }
}
