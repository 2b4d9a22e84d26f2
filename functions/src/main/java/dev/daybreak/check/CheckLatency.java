package dev.daybreak.check;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Reading;
import dev.daybreak.note.Readings;
import dev.daybreak.ports.Notes;
import dev.daybreak.ports.Soundings;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import dev.daybreak.validation.QueryTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whether the queries take longer than on the days before.
public final class CheckLatency {
    private static final String RESET = "resetSeconds";
    private static final String CALLS = "calls";
    private static final String MICROSECONDS = "microseconds";
    private static final String MEAN = "meanMicroseconds";

    /// Days that today is held against, by their median; fewer than the least say nothing.
    private static final int DAYS = 7;

    private static final int DAYS_MIN = 2;

    /// Of fewer queries, a mean is chance.
    private static final long CALLS_MIN = 100;

    /// Nobody feels a difference below.
    private static final long FLOOR_MICROSECONDS = 200;

    private final Migration migration;
    private final Journal journal;
    private final Soundings soundings;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    public CheckLatency(
            Migration migration,
            Journal journal,
            Soundings soundings,
            Places places,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.soundings = soundings;
        this.places = places;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param since when the look began
    public record Order(LocalDate day, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what there was to see.
        record Checked(Looked looked) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}
    }

    public Answer answer(Order order) {
        var looks = new Looks();
        looks.at(Check.LATENCY, page -> latency(page, order.day()));
        looks.note();
        return looks.isUnsure(order.since(), clock.instant(), migration.limits().verification())
                ? new Answer.NotYet(looks.waitingFor())
                : new Answer.Checked(looks.looked());
    }

    private void latency(Looks.Page page, LocalDate day) {
        var times = soundings.queryTimes(places.of(Side.AURORA), logins.daybreak());
        if (times.isEmpty()) {
            page.detail("Query latency was not looked at: pg_stat_statements is not there.");
            return;
        }
        var readings = journal.readings(Notes.Topic.QUERIES);
        var noted = readings.with(reading(day, times.get(), readings));
        judge(page, day, noted);
        if (!noted.equals(readings)) {
            page.afterwards(() -> journal.write(Notes.Topic.QUERIES, noted));
        }
    }

    /// The mean of a day is that of what came on top since the day before, unless the statistics
    /// were reset, or forgot queries that had become rare.
    private static Reading reading(LocalDate day, QueryTimes now, Readings readings) {
        var values = new HashMap<String, Long>();
        values.put(RESET, now.resetSeconds());
        values.put(CALLS, now.calls());
        values.put(MICROSECONDS, now.microseconds());
        readings.before(day).stream()
                .findFirst()
                .map(Reading::values)
                .filter(before -> before.getOrDefault(RESET, 0L) == now.resetSeconds())
                .flatMap(before -> mean(before, now))
                .ifPresent(mean -> values.put(MEAN, mean));
        return new Reading(day, values);
    }

    private static Optional<Long> mean(Map<String, Long> before, QueryTimes now) {
        var calls = now.calls() - before.getOrDefault(CALLS, 0L);
        var microseconds = now.microseconds() - before.getOrDefault(MICROSECONDS, 0L);
        return calls >= CALLS_MIN && microseconds >= 0
                ? Optional.of(microseconds / calls)
                : Optional.empty();
    }

    private void judge(Looks.Page page, LocalDate day, Readings readings) {
        var today = readings.of(day).flatMap(CheckLatency::mean);
        var usual =
                readings.before(day).stream()
                        .map(CheckLatency::mean)
                        .flatMap(Optional::stream)
                        .limit(DAYS)
                        .sorted()
                        .toList();
        if (today.isEmpty() || usual.size() < DAYS_MIN) {
            page.detail("Query latency: there are not enough days yet to compare with.");
            return;
        }
        long median = Math.max(usual.get(usual.size() / 2), FLOOR_MICROSECONDS);
        var compared =
                "a query took %.2f ms on average, %.2f ms on the days before"
                        .formatted(today.get() / 1_000.0, median / 1_000.0);
        var factor = migration.validation().latencyFactor();
        if (today.get() > median * factor) {
            page.finding(
                    "The queries became slow: %s (%d times is tolerated)."
                            .formatted(compared, factor),
                    "Look at the slowest in pg_stat_statements, then at missing statistics (ANALYZE) and the instance's class.");
        }
        page.detail("Query latency: %s.".formatted(compared));
    }

    private static Optional<Long> mean(Reading reading) {
        return Optional.ofNullable(reading.values().get(MEAN));
    }
}
