package dev.daybreak.rehearsal.promises;

import dev.daybreak.note.Wanted;
import dev.daybreak.rehearsal.promises.Departure.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// What AWS starts is stopped again, and what somebody starts is left alone.
final class StoppedStaysStopped implements Promise {
    /// After this long a person was paged instead. What failed to start does not run.
    private static final Set<String> ENDS = Set.of("stop", "fail");

    private static final Duration CAUGHT = Duration.ofHours(25);

    /// As `LookAwake` has it.
    private static final Duration REST_MAX = Duration.ofDays(7).minusHours(7);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Override
    public String id() {
        return "P9";
    }

    @Override
    public String words() {
        return "A stopped instance stays stopped.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        var broken = new ArrayList<String>();
        var deeds = evidence.departure().own();
        for (int i = 0; i < deeds.size(); i++) {
            var deed = deeds.get(i);
            if (deed.is("stop", "daybreak")) {
                stopped(deed, deeds.subList(0, i), evidence, broken);
            }
            if (deed.is("start", "aws")
                    && deed.wanted().filter(Wanted.State.STOPPED::equals).isPresent()) {
                started(deed, deeds.subList(i + 1, deeds.size()), evidence, broken);
            }
        }
        return broken;
    }

    private static void stopped(
            Deed stop, List<Deed> before, Evidence evidence, List<String> broken) {
        if (stop.wanted().filter(Wanted.State.STOPPED::equals).isEmpty()) {
            broken.add("It was stopped at %s although nobody wanted that.".formatted(stop.at()));
        }
        before.stream()
                .filter(one -> one.what().equals("start"))
                .reduce((_, last) -> last)
                .filter(one -> one.by().equals("somebody"))
                .filter(one -> !isInTheMinuteOfOurs(one, evidence))
                .filter(one -> !isWhenAwsWould(one, before))
                .ifPresent(
                        one ->
                                broken.add(
                                        "Somebody started it at %s, and it was stopped at %s."
                                                .formatted(one.at(), stop.at())));
    }

    /// RDS does not say who started an instance: a person who does it in the very minute in which
    /// the schedule does cannot be told from the schedule.
    private static boolean isInTheMinuteOfOurs(Deed start, Evidence evidence) {
        return evidence.visits().stream()
                .filter(one -> one.state().equals("StartInstance"))
                .anyMatch(
                        one ->
                                !one.left().isBefore(start.at())
                                        && one.entered().isBefore(start.at().plus(A_MINUTE)));
    }

    /// After seven days of rest, a person's start cannot be told from AWS's.
    private static boolean isWhenAwsWould(Deed start, List<Deed> before) {
        return before.stream()
                .filter(one -> one.is("stop", "daybreak") && one.at().isBefore(start.at()))
                .reduce((_, last) -> last)
                .filter(one -> one.at().plus(REST_MAX).isBefore(start.at()))
                .isPresent();
    }

    private static void started(
            Deed start, List<Deed> after, Evidence evidence, List<String> broken) {
        var limit = start.at().plus(CAUGHT);
        var isCaught =
                after.stream()
                        .anyMatch(one -> ENDS.contains(one.what()) && one.at().isBefore(limit));
        if (!isCaught && !evidence.paged() && end(evidence, start).isAfter(limit)) {
            broken.add("AWS started it at %s, and nobody stopped it.".formatted(start.at()));
        }
    }

    /// The last moment that the evidence knows of.
    private static Instant end(Evidence evidence, Deed start) {
        return evidence.visits().stream()
                .map(one -> one.left())
                .max(Comparator.naturalOrder())
                .filter(start.at()::isBefore)
                .orElse(start.at());
    }
}
