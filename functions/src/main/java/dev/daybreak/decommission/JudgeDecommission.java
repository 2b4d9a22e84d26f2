package dev.daybreak.decommission;

import dev.daybreak.migration.Migration;
import dev.daybreak.note.Held;
import dev.daybreak.ports.Instances;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges whether the old instance may be taken away, and where an earlier decommission that was
/// cut off has left things.
public final class JudgeDecommission {
    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Gates gates;
    private final InstantSource clock;

    JudgeDecommission(
            Migration migration,
            Journal journal,
            Instances instances,
            Gates gates,
            InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.gates = gates;
        this.clock = clock;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Every gate is open, and nothing was begun yet.
        record Fit(List<String> facts) implements Answer {
            public Fit {
                facts = List.copyOf(facts);
            }
        }

        /// What it holds was recorded at this time; its days of rest are not over.
        record Resting(Instant since) implements Answer {}

        /// Its days of rest are over.
        record Rested(Instant since) implements Answer {}

        /// It is deleted; what follows that is left to do.
        record Gone() implements Answer {}

        /// It may not go; nothing was done.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var held = journal.held();
        var instance = instances.find(migration.source().instance());
        if (instance.filter(one -> !one.status().equals("deleting")).isEmpty()) {
            return gone(held);
        }
        var problems = new ArrayList<>(gates.problems());
        if (held.isEmpty() && !instance.get().isAvailable()) {
            problems.add(notRunning(instance.get()));
        }
        return problems.isEmpty()
                ? held.map(this::begun).orElseGet(this::fit)
                : new Answer.Refused(String.join(" ", problems));
    }

    private Answer gone(Optional<Held> held) {
        var problems = new ArrayList<>(gates.lasting());
        if (held.isEmpty()) {
            problems.add(
                    "There is no DB instance %s, and no decommission of ours took it away."
                            .formatted(migration.source().instance()));
        }
        return problems.isEmpty()
                ? new Answer.Gone()
                : new Answer.Refused(String.join(" ", problems));
    }

    private static String notRunning(DatabaseInstance instance) {
        return "Instance %s is %s: who still uses it, and what it holds, can be told only while it runs. Start it, then start this again."
                .formatted(instance.id(), instance.status());
    }

    private Answer fit() {
        return new Answer.Fit(
                List.of(
                        "%d days in a row were validated and green.".formatted(gates.greenDays()),
                        "Nobody is connected to instance %s, and nobody tried."
                                .formatted(migration.source().instance()),
                        "Secret %s points to Aurora cluster %s."
                                .formatted(migration.secret().id(), migration.target().cluster())));
    }

    private Answer begun(Held held) {
        var rest = Duration.ofDays(migration.decommission().stoppedDays());
        return held.at().plus(rest).isAfter(clock.instant())
                ? new Answer.Resting(held.at())
                : new Answer.Rested(held.at());
    }
}
