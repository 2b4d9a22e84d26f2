package dev.daybreak.check;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Soundings;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import dev.daybreak.validation.Sample;
import java.time.Instant;
import java.time.InstantSource;

/// Compares rows that were there before the marker, now that RDS has it.
public final class CompareSample {
    private final Migration migration;
    private final Soundings soundings;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    public CompareSample(
            Migration migration,
            Soundings soundings,
            Places places,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.soundings = soundings;
        this.places = places;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param sample as it was drawn before the marker
    /// @param since when the look began
    public record Order(Sample sample, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what there was to see.
        record Checked(Looked looked) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}
    }

    public Answer answer(Order order) {
        var looks = new Looks();
        looks.at(Check.COMPARISON, page -> compare(page, order.sample()));
        return looks.isUnsure(order.since(), clock.instant(), migration.limits().verification())
                ? new Answer.NotYet(looks.waitingFor())
                : new Answer.Checked(looks.looked());
    }

    private void compare(Looks.Page page, Sample sample) {
        var result =
                soundings.compareSample(
                        places.of(Side.RDS), places.of(Side.AURORA), logins.daybreak(), sample);
        page.detail(
                "Compared %d rows of %d tables with RDS; %d were being changed."
                        .formatted(result.rows(), result.tables(), result.inFlight()));
        if (!result.left().isEmpty()) {
            page.detail(
                    "Not sampled, for want of a key: %s."
                            .formatted(String.join(", ", result.left())));
        }
        if (!result.differences().isEmpty()) {
            page.finding(
                    "RDS is not the same as Aurora: %s."
                            .formatted(String.join(". ", result.differences())),
                    "A rollback would bring wrong data back. Find out who wrote to RDS, or what was not applied; do not roll back before that.");
        }
        if (result.rows() == 0) {
            page.unlessItPasses(
                    "No row at all could be compared.",
                    "Look whether the publication daybreak_back on Aurora still names the tables.");
        }
    }
}
