package dev.daybreak.rehearsal.simulation.saboteur;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.simulation.Workflows;
import dev.daybreak.rehearsal.simulation.fault.Tampering;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A small, well-named change that takes a guard away.
///
/// @param words what it does, as one would read it in a review
/// @param near states and ports where a fault may show it: such faults are tried first
public record Saboteur(
        String name, String words, Set<String> near, UnaryOperator<Workflows> change) {
    public Saboteur {
        near = Set.copyOf(near);
    }

    /// All of them.
    public static List<Saboteur> all() {
        return Stream.of(Handlers.all(), Files.all()).flatMap(List::stream).toList();
    }

    static Saboteur file(String name, String words, String workflow, Consumer<ObjectNode> edit) {
        return new Saboteur(
                name,
                words,
                Set.of(),
                workflows -> workflows.edited(workflow, edit.andThen(Definition::prune)));
    }

    static Saboteur handler(String name, String words, Tampering tampering) {
        return new Saboteur(name, words, Set.of(), workflows -> workflows.tampered(tampering));
    }

    Saboteur near(String... places) {
        return new Saboteur(name, words, Set.of(places), change);
    }
}
