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
public record Workflows(
        Map<String, StateMachine> machines, Template template, Migration migration) {
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
        return new Workflows(machines, Rehearsal.template(repository), scaled(migration));
    }

    /// Some of the clusters have KEDA or Argo CD, which the settings must then name.
    private static Migration scaled(Migration migration) {
        var kubernetes = migration.kubernetes();
        var names = kubernetes.deployments().stream().map(one -> one.name()).toList();
        var access = kubernetes.access();
        return with(
                migration,
                new Migration.Kubernetes(
                        kubernetes.cluster(),
                        kubernetes.namespace(),
                        kubernetes.deployments(),
                        kubernetes.databaseSecret(),
                        "argocd",
                        new Migration.Kubernetes.Access(
                                access.entry(), access.externalSecrets(), names)));
    }

    private static Migration with(Migration one, Migration.Kubernetes kubernetes) {
        return new Migration(
                one.name(),
                one.region(),
                one.way(),
                one.source(),
                one.target(),
                one.secret(),
                kubernetes,
                one.health(),
                one.network(),
                one.alerts(),
                one.approval(),
                one.onLateWrites(),
                one.rollback(),
                one.validation(),
                one.keepStopped(),
                one.decommission(),
                one.limits(),
                one.polls());
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
