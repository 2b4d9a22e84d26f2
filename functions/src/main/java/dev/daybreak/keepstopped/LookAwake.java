package dev.daybreak.keepstopped;

import dev.daybreak.migration.Migration;
import dev.daybreak.note.Wanted;
import dev.daybreak.ports.Executions;
import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Looks whether the instance runs although our marker says that it should be stopped, and who
/// started it.
public final class LookAwake {
    /// AWS starts an instance once it was stopped for seven days
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html>). Our note
    /// of the stop is made when we see it, which may be hours later.
    private static final Duration AWS_STARTS = Duration.ofDays(7).minusHours(6);

    /// Right after our own order to stop, a describe may still say that it runs.
    private static final Duration SETTLING = Duration.ofMinutes(30);

    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final Set<String> DOWN = Set.of("stopped", "stopping");

    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Executions executions;
    private final InstantSource clock;

    public LookAwake(
            Migration migration,
            Journal journal,
            Instances instances,
            Executions executions,
            InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.executions = executions;
        this.clock = clock;
    }

    /// @param execution our own ARN
    /// @param scheduled whether the daily schedule woke us
    /// @param since when we woke
    public record Order(String execution, boolean scheduled, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// All is as it should be.
        record Nothing(String why) implements Answer {}

        /// AWS has started it: stop it again.
        record ByAws(String status) implements Answer {}

        /// An earlier execution started it and died: stop it again.
        record Abandoned(String by) implements Answer {}

        /// Somebody has started it; it is left alone.
        record BySomebody(String status) implements Answer {}

        /// It was stopped long enough: start it ourselves, at a time of our choice.
        record Due(long days) implements Answer {}

        /// It cannot be told or stopped yet: look again later.
        record NotYet(String status) implements Answer {}

        /// It does not get into a state that can be stopped.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var found = instances.find(migration.source().instance());
        if (found.isEmpty()) {
            return new Answer.Nothing("There is no such instance any more.");
        }
        var status = found.get().status();
        var wanted = journal.wanted();
        if (wanted.isEmpty()) {
            return unmarked(status);
        }
        return switch (wanted.get().state()) {
            case RUNNING -> wantedRunning(order, wanted.get(), status);
            case STOPPED -> wantedStopped(order, wanted.get(), found.get());
        };
    }

    private static Answer unmarked(String status) {
        return DOWN.contains(status) || status.equals("deleting")
                ? new Answer.Nothing("Nobody wants it running.")
                : new Answer.BySomebody(status);
    }

    private Answer wantedRunning(Order order, Wanted wanted, String status) {
        var isDead =
                wanted.isBySameMachine(order.execution())
                        && !wanted.by().equals(order.execution())
                        && !executions.isRunning(wanted.by());
        return isDead && !DOWN.contains(status)
                ? new Answer.Abandoned(wanted.by())
                : new Answer.Nothing("It is wanted running, by %s.".formatted(wanted.by()));
    }

    private Answer wantedStopped(Order order, Wanted wanted, DatabaseInstance instance) {
        var age = Duration.between(wanted.since(), clock.instant());
        var status = instance.status();
        if (DOWN.contains(status) || status.equals("deleting")) {
            return order.scheduled() && status.equals("stopped") && isDue(age)
                    ? new Answer.Due(age.toDays())
                    : new Answer.Nothing("It is %s, as it should be.".formatted(status));
        }
        if (age.compareTo(SETTLING) < 0) {
            return later(order, status);
        }
        if (age.compareTo(AWS_STARTS) < 0) {
            return new Answer.BySomebody(status);
        }
        return instance.isAvailable() ? new Answer.ByAws(status) : later(order, status);
    }

    private boolean isDue(Duration age) {
        return age.compareTo(Duration.ofDays(migration.keepStopped().afterDays())) >= 0;
    }

    private Answer later(Order order, String status) {
        var waited = Duration.between(order.since(), clock.instant());
        return waited.compareTo(PATIENCE) < 0
                ? new Answer.NotYet(status)
                : new Answer.Failed(
                        "Instance %s is %s for %d hours although it should be stopped."
                                .formatted(
                                        migration.source().instance(), status, waited.toHours()));
    }
}
