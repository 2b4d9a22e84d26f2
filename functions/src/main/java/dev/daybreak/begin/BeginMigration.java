package dev.daybreak.begin;

import dev.daybreak.migration.Migration;
import dev.daybreak.note.Operation;
import dev.daybreak.note.Run;
import dev.daybreak.runtime.Journal;
import dev.daybreak.settings.Problem;
import dev.daybreak.settings.Spelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads what somebody typed into "Start execution" and says what this execution will do. An input
/// that is not understood is refused before anything happens: who misspells `approval` must not
/// find the application stopped.
public final class BeginMigration {
    private static final List<String> CHOICES = List.of("approval", "onLateWrites");

    /// The console offers `{"Comment": "Insert your JSON here"}` to start with.
    private static final List<String> REMARKS = List.of("Comment", "comment");

    private final Migration migration;
    private final Journal journal;

    public BeginMigration(Migration migration, Journal journal) {
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
        record Begun(Plan plan) implements Answer {}

        /// The input is not understood; nothing was done.
        record Refused(List<String> problems) implements Answer {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    public Answer answer(Order order) {
        var problems = new ArrayList<String>();
        var approval = choice(order, "approval", migration.approval(), problems);
        var onLateWrites = choice(order, "onLateWrites", migration.onLateWrites(), problems);
        order.input().keySet().stream()
                .filter(name -> !CHOICES.contains(name) && !REMARKS.contains(name))
                .map(BeginMigration::unknown)
                .forEach(problems::add);
        if (problems.isEmpty()) {
            journal.claim(new Operation(Operation.Kind.MIGRATE, order.execution(), order.started()))
                    .map(Operation::refusal)
                    .ifPresent(problems::add);
        }
        return problems.isEmpty()
                ? new Answer.Begun(plan(order, approval, onLateWrites))
                : new Answer.Refused(problems);
    }

    private Plan plan(Order order, String approval, String onLateWrites) {
        var run = Run.of(order.name(), order.started());
        return new Plan(
                run,
                Plan.snapshot(migration.name(), run),
                Plan.finalSnapshot(migration.name(), run),
                approval,
                onLateWrites,
                onLateWrites.equals(word(Migration.OnLateWrites.RESNAPSHOT)),
                migration.limits().approval().toSeconds(),
                migration.limits().repair().toSeconds(),
                migration.polls().slow().toSeconds(),
                migration.polls().quick().toSeconds());
    }

    private static <E extends Enum<E>> String choice(
            Order order, String field, E otherwise, List<String> problems) {
        if (!order.input().containsKey(field)) {
            return word(otherwise);
        }
        var words =
                List.of(otherwise.getDeclaringClass().getEnumConstants()).stream()
                        .map(BeginMigration::word)
                        .toList();
        if (order.input().get(field) instanceof String text) {
            if (words.contains(text)) {
                return text;
            }
            var found = '"' + Spelling.clipped(text) + '"';
            problems.add(new Problem(field, found, Spelling.choices(text, words)).toString());
        } else {
            problems.add(new Problem(field, "no text", String.join(", ", words)).toString());
        }
        return word(otherwise);
    }

    private static String unknown(String name) {
        var known = List.of("approval", "onLateWrites", "Comment");
        return new Problem(
                        Spelling.clipped(name), "an unknown field", Spelling.choices(name, known))
                .toString();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
