package dev.daybreak.rehearsal.simulation;

import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.world.Rehearsal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What is simulated: read and compiled once, run as often as one likes.
///
/// @param machines by name
/// @param template what the Aurora stack is made from
public record Workflows(Map<String, StateMachine> machines, Template template, Migration migration) {
    public static final List<String> NAMES =
            List.of("migrate", "validate", "rollback", "keep-stopped", "decommission");

    public Workflows {
        machines = Map.copyOf(machines);
    }

    /// @throws dev.daybreak.rehearsal.asl.RefusedDefinition where a file is not what it must be
    public static Workflows load(Path repository, Migration migration) {
        var machines =
                NAMES.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        name -> Rehearsal.workflow(repository, name)));
        return new Workflows(machines, Rehearsal.template(repository), migration);
    }

    StateMachine named(String name) {
        return Objects.requireNonNull(machines.get(name), name);
    }

    /// The same with one of them changed.
    Workflows with(String name, UnaryOperator<StateMachine> change) {
        var changed = new HashMap<>(machines);
        changed.put(name, change.apply(named(name)));
        return new Workflows(changed, template, migration);
    }
}
