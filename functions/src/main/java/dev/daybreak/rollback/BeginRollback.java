package dev.daybreak.rollback;

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
public final class BeginRollback {
    private static final String ACCEPT_LOSS = "acceptLoss";

    /// The states that change something end within it, and their functions five seconds before; a
    /// fence that is raised late does no harm.
    private static final Duration LATEST = Duration.ofMinutes(1);

    /// The console offers `{"Comment": "Insert your JSON here"}` to start with.
    private static final List<String> REMARKS = List.of("Comment", "comment");

    private final Migration migration;
    private final Journal journal;

    public BeginRollback(Migration migration, Journal journal) {
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
        record Begun(RollbackPlan plan) implements Answer {}

        /// It may not begin; nothing was done.
        record Refused(List<String> problems) implements Answer {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    public Answer answer(Order order) {
        var problems = problems(order.input());
        if (problems.isEmpty()) {
            var mine = new Operation(Operation.Kind.ROLLBACK, order.execution(), order.started());
            journal.claim(mine).map(Operation::refusal).ifPresent(problems::add);
        }
        return problems.isEmpty() ? new Answer.Begun(plan(order)) : new Answer.Refused(problems);
    }

    private List<String> problems(Map<String, Object> input) {
        var problems = new ArrayList<String>();
        if (migration.rollback() == Migration.Rollback.NONE) {
            problems.add("The settings say rollback: none. There is no way back.");
        }
        var accept = input.getOrDefault(ACCEPT_LOSS, false);
        if (!(accept instanceof Boolean)) {
            problems.add(new Problem(ACCEPT_LOSS, "something else", "true, false").toString());
        }
        input.keySet().stream()
                .filter(name -> !name.equals(ACCEPT_LOSS) && !REMARKS.contains(name))
                .map(BeginRollback::unknown)
                .forEach(problems::add);
        return problems;
    }

    private boolean isSecondTry() {
        return journal.operation()
                .flatMap(Operation::after)
                .filter(kind -> kind == Operation.Kind.ROLLBACK)
                .isPresent();
    }

    private static String unknown(String name) {
        var known = List.of(ACCEPT_LOSS, "Comment");
        return new Problem(
                        Spelling.clipped(name), "an unknown field", Spelling.choices(name, known))
                .toString();
    }

    private RollbackPlan plan(Order order) {
        return new RollbackPlan(
                Run.of(order.name(), order.started()),
                migration.source().instance(),
                Boolean.TRUE.equals(order.input().get(ACCEPT_LOSS)),
                isSecondTry() ? LATEST.toSeconds() : 0,
                migration.limits().repair().toSeconds(),
                migration.polls().slow().toSeconds(),
                migration.polls().quick().toSeconds());
    }
}
