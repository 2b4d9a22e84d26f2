package dev.daybreak.decommission;

import dev.daybreak.migration.Decommission.Remove;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Operation;
import dev.daybreak.note.Run;
import dev.daybreak.runtime.Journal;
import dev.daybreak.settings.Problem;
import dev.daybreak.settings.Spelling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what somebody typed into "Start execution", and takes the right to change things.
public final class BeginDecommission {
    /// The console offers `{"Comment": "Insert your JSON here"}` to start with.
    private static final List<String> REMARKS = List.of("Comment", "comment");

    /// Up to 90 days of rest must fit into the 25,000 events of an execution, beside all the rest.
    private static final Duration REST_POLL = Duration.ofHours(6);

    /// An instance that is busy is tried again for a day, for the same reason not too often.
    private static final Duration STOP_POLL = Duration.ofMinutes(7);

    private final Migration migration;
    private final Journal journal;

    public BeginDecommission(Migration migration, Journal journal) {
        this.migration = migration;
        this.journal = journal;
    }

    /// @param execution its ARN
    /// @param input the execution's input, as it was typed
    public record Order(String execution, String name, Instant started, Map<String, Object> input) {
        public Order {
            input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what will be done.
        record Begun(DecommissionPlan plan) implements Answer {}

        /// It may not begin; nothing was done.
        record Refused(List<String> problems) implements Answer {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    public Answer answer(Order order) {
        var problems = new ArrayList<String>();
        order.input().keySet().stream()
                .filter(name -> !REMARKS.contains(name))
                .map(BeginDecommission::unknown)
                .forEach(problems::add);
        if (migration.decommission().remove() == Remove.STACK
                && migration.decommission().oldStack().isEmpty()) {
            problems.add("decommission.remove is stack, but decommission.oldStack names none.");
        }
        if (problems.isEmpty()) {
            var mine =
                    new Operation(Operation.Kind.DECOMMISSION, order.execution(), order.started());
            journal.claim(mine).map(Operation::refusal).ifPresent(problems::add);
        }
        return problems.isEmpty() ? new Answer.Begun(plan(order)) : new Answer.Refused(problems);
    }

    private static String unknown(String name) {
        return new Problem(
                        Spelling.clipped(name),
                        "an unknown field",
                        Spelling.choices(name, List.of("Comment")))
                .toString();
    }

    private DecommissionPlan plan(Order order) {
        var run = Run.of(order.name(), order.started());
        return new DecommissionPlan(
                run,
                migration.source().instance(),
                trial(run),
                migration.decommission().remove() == Remove.STACK,
                migration.limits().approval().toSeconds(),
                REST_POLL.toSeconds(),
                STOP_POLL.toSeconds(),
                migration.polls().slow().toSeconds());
    }

    /// An instance's name has at most 63 letters, digits and single hyphens
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html>).
    private String trial(String run) {
        var end = "-%s-check".formatted(run);
        var name = migration.name();
        return name.substring(0, Math.min(name.length(), 63 - end.length())).replaceAll("-+$", "")
                + end;
    }
}
