package dev.daybreak.check;

import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Reading;
import dev.daybreak.ports.Notes;
import dev.daybreak.ports.Soundings;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.stream.StreamState;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import dev.daybreak.validation.Sequence;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether everything flows back to RDS, and sequences are fit for a way back.
public final class CheckStream {
    private static final String ERRORS = "applyErrors";
    private static final int SHOWN_MAX = 10;
    private static final int NEAR_END_PERCENT = 90;

    /// More than a busy hour may leave; the sampled comparison proves the liveness of less.
    private static final long LAG_BYTES_MAX = 1L << 30;

    private static final Set<String> SCARCE = Set.of("unreserved", "lost");

    private final Migration migration;
    private final Journal journal;
    private final Streams streams;
    private final Soundings soundings;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    public CheckStream(
            Migration migration,
            Journal journal,
            Streams streams,
            Soundings soundings,
            Places places,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.streams = streams;
        this.soundings = soundings;
        this.places = places;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param flows whether everything is to flow back
    /// @param since when the look began
    public record Order(LocalDate day, boolean flows, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what there was to see.
        record Checked(Looked looked) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}
    }

    public Answer answer(Order order) {
        var looks = new Looks();
        if (order.flows()) {
            looks.at(Check.STREAM, page -> stream(page, order.day()));
        }
        looks.at(Check.SEQUENCES, page -> sequences(page, order.flows()));
        looks.note();
        return looks.isUnsure(order.since(), clock.instant(), migration.limits().verification())
                ? new Answer.NotYet(looks.waitingFor())
                : new Answer.Checked(looks.looked());
    }

    private void stream(Looks.Page page, LocalDate day) {
        var state = streams.look(places.of(Side.RDS), places.of(Side.AURORA), logins.daybreak());
        page.detail("Reverse stream: %s.".formatted(state.words()));
        if (!state.isWhole()) {
            page.unlessItPasses(
                    "The reverse stream is broken: %s.".formatted(state.words()),
                    "A rollback would lose what is written from now on. Decide whether you still need the way back; it cannot be mended without a new migration.");
        } else if (state.subscription() != StreamState.Subscription.ENABLED) {
            page.finding(
                    "The reverse stream is switched off, and Aurora keeps its WAL: %s."
                            .formatted(state.words()),
                    "As the database's owner, on RDS: ALTER SUBSCRIPTION daybreak_back ENABLE");
        } else if (!state.isActive()) {
            page.unlessItPasses(
                    "RDS does not read from Aurora's slot: %s.".formatted(state.words()),
                    "Look into RDS's log for what keeps it from applying.");
        }
        behind(page, state);
        errors(page, state, day);
        unpublished(page);
    }

    private static void behind(Looks.Page page, StreamState state) {
        if (state.walStatus().filter(SCARCE::contains).isPresent()) {
            page.unlessItPasses(
                    "Aurora is about to drop WAL that RDS still needs: %s."
                            .formatted(state.words()),
                    "Find out why RDS does not keep up; once the slot is lost, a rollback loses writes.");
        } else if (state.lagBytes() > LAG_BYTES_MAX) {
            page.unlessItPasses(
                    "RDS is %d MiB of WAL behind Aurora.".formatted(state.lagBytes() >> 20),
                    "Look whether RDS is busy or short of storage.");
        }
    }

    /// The counter never goes back, so it is held against the day before.
    private void errors(Looks.Page page, StreamState state, LocalDate day) {
        var readings = journal.readings(Notes.Topic.STREAM);
        long before =
                readings.before(day).stream()
                        .map(one -> one.values().getOrDefault(ERRORS, 0L))
                        .findFirst()
                        .orElse(0L);
        var isReset = state.applyErrors() < before;
        var errors = isReset ? state.applyErrors() : state.applyErrors() - before;
        if (errors > 0) {
            page.finding(
                    "Applying Aurora's changes on RDS failed %d times since the last validation: %s."
                            .formatted(errors, state.words()),
                    "Look into RDS's log for the reason, most often a table or column that only Aurora has.");
        }
        var noted = readings.with(new Reading(day, Map.of(ERRORS, state.applyErrors())));
        if (!noted.equals(readings)) {
            page.afterwards(() -> journal.write(Notes.Topic.STREAM, noted));
        }
    }

    private void unpublished(Looks.Page page) {
        var young = soundings.unpublished(places.of(Side.AURORA), logins.daybreak());
        if (!young.isEmpty()) {
            page.finding(
                    "%d tables do not flow back, because they are younger than the cutover: %s."
                            .formatted(young.size(), some(young)),
                    "A rollback would leave them behind. Keep schema changes for after the decommission, or accept that.");
        }
    }

    private void sequences(Looks.Page page, boolean flows) {
        var onAurora = soundings.sequences(places.of(Side.AURORA), logins.daybreak());
        var nearTheirEnd =
                onAurora.stream()
                        .filter(one -> !one.cycles() && one.usedPercent() >= NEAR_END_PERCENT)
                        .map(one -> "%s (%d%%)".formatted(one.name(), one.usedPercent()))
                        .toList();
        if (!nearTheirEnd.isEmpty()) {
            page.finding(
                    "Sequences are near their end: %s.".formatted(some(nearTheirEnd)),
                    "Once they end, inserts fail: give the column and the sequence type bigint.");
        }
        if (flows) {
            var behind = behindRds(onAurora);
            if (!behind.isEmpty()) {
                page.finding(
                        "Sequences of Aurora are missing, or behind those of RDS, which nobody draws from: %s."
                                .formatted(some(behind)),
                        "Keys may be given twice. Find out who set them back, and set them ahead by hand.");
            }
        }
    }

    private List<String> behindRds(List<Sequence> onAurora) {
        var byName =
                onAurora.stream().collect(Collectors.toMap(Sequence::name, Function.identity()));
        return soundings.sequences(places.of(Side.RDS), logins.daybreak()).stream()
                .filter(
                        rds ->
                                Optional.ofNullable(byName.get(rds.name()))
                                        .filter(aurora -> aurora.isAtOrPast(rds))
                                        .isEmpty())
                .map(Sequence::name)
                .toList();
    }

    private static String some(List<String> all) {
        return all.stream().limit(SHOWN_MAX).collect(Collectors.joining(", "))
                + (all.size() > SHOWN_MAX ? ", …" : "");
    }
}
