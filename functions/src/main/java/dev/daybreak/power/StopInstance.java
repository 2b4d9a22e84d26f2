package dev.daybreak.power;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Operation;
import dev.daybreak.note.Wanted;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Stops the old instance, but only while our marker says that it should be stopped and nobody
/// needs it.
public final class StopInstance {
    /// How long an instance that is starting or busy is tried again: an automatic start may take
    /// hours, and beyond a day a person must look.
    static final Duration PATIENCE = Duration.ofHours(24);

    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final InstanceLife life;
    private final Logins logins;
    private final InstantSource clock;

    public StopInstance(
            Migration migration,
            Journal journal,
            Instances instances,
            InstanceLife life,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.life = life;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param since when somebody first tried
    public record Order(Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// It is stopped, or about to be.
        record Ordered(String status) implements Answer {}

        /// It cannot be stopped in this state: try again later.
        record NotYet(String status) implements Answer {}

        /// Somebody may need it, so it is left running.
        record Refused(String why) implements Answer {}

        /// It does not get into a state that can be stopped.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.source().instance();
        var found = instances.find(id);
        if (found.isEmpty()) {
            return new Answer.Failed("There is no DB instance %s.".formatted(id));
        }
        var status = found.get().status();
        if (status.equals("stopped") || status.equals("stopping")) {
            return new Answer.Ordered(status);
        }
        var needed = whoNeedsIt(found.get());
        if (needed.isPresent()) {
            return new Answer.Refused(needed.get());
        }
        if (found.get().isAvailable()) {
            life.stop(id);
            return new Answer.Ordered("stopping");
        }
        return later(order, status);
    }

    private Optional<String> whoNeedsIt(DatabaseInstance instance) {
        var wanted =
                journal.wanted()
                        .orElseThrow(
                                () -> new Unavailable("The marker 'wanted' cannot be seen yet."));
        if (wanted.state() != Wanted.State.STOPPED) {
            return Optional.of(
                    "Instance %s is wanted running since %s, by %s; it is left alone."
                            .formatted(instance.id(), wanted.since(), wanted.by()));
        }
        var other = journal.running().filter(one -> one.kind() != Operation.Kind.DECOMMISSION);
        if (other.isPresent()) {
            return other.map(Operation::refusal);
        }
        if (logins.target().host().equalsIgnoreCase(instance.host())) {
            return Optional.of(
                    "Secret %s points to instance %s: the application uses it; it is left running."
                            .formatted(migration.secret().id(), instance.id()));
        }
        return instance.replicas().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Instance %s has read replicas (%s), and RDS stops none that has. Remove them, then start this again."
                                .formatted(instance.id(), String.join(", ", instance.replicas())));
    }

    private Answer later(Order order, String status) {
        var waited = Duration.between(order.since(), clock.instant());
        return waited.compareTo(PATIENCE) < 0
                ? new Answer.NotYet(status)
                : new Answer.Failed(
                        "Instance %s is %s and could not be stopped for %d hours."
                                .formatted(
                                        migration.source().instance(), status, waited.toHours()));
    }
}
