package dev.daybreak.rehearsal.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.migration.Decommission;
import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.lambda.Substitutions;
import dev.daybreak.rehearsal.simulation.fault.Tampering;
import dev.daybreak.rehearsal.world.Rehearsal;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is simulated: read and compiled once, run as often as one likes.
///
/// @param repository where their files are
/// @param machines by name
/// @param template what the Aurora stack is made from
/// @param tampering what somebody changed in the handlers
public record Workflows(
        Path repository,
        Map<String, StateMachine> machines,
        Template template,
        Migration migration,
        Tampering tampering) {
    public static final List<String> NAMES =
            List.of("migrate", "validate", "rollback", "keep-stopped", "decommission");

    private static final int REST_DAYS = 10;

    public Workflows {
        machines = Map.copyOf(machines);
    }

    /// What the settings ask for that no life can play yet; empty where there is nothing.
    public static Optional<String> unplayed(Migration migration) {
        var not = new ArrayList<String>();
        if (migration.onLateWrites() == Migration.OnLateWrites.RETURN) {
            not.add("onLateWrites: return (the writers never pause)");
        }
        if (migration.rollback() != Migration.Rollback.LOSSLESS) {
            not.add("a rollback that is not lossless");
        }
        if (migration.decommission().remove() == Decommission.Remove.STACK) {
            not.add("decommission.remove: stack");
        }
        return not.isEmpty()
                ? Optional.empty()
                : Optional.of("The simulator does not play " + String.join(", ", not) + " yet.");
    }

    /// @throws dev.daybreak.rehearsal.asl.RefusedDefinition where a file is not what it must be
    public static Workflows load(Path repository, Migration migration) {
        var machines =
                NAMES.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        name -> Rehearsal.workflow(repository, name)));
        return new Workflows(
                repository,
                machines,
                Rehearsal.template(repository),
                scaled(migration),
                Tampering.NONE);
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
                resting(one.decommission()),
                one.limits(),
                one.polls());
    }

    /// Long enough that AWS would start a stopped instance by itself.
    private static Decommission resting(Decommission one) {
        return new Decommission(
                one.greenDays(),
                Math.max(one.stoppedDays(), REST_DAYS),
                one.remove(),
                one.oldStack(),
                one.applicationRole(),
                one.keepAutomatedBackups(),
                one.finalSnapshot());
    }

    StateMachine named(String name) {
        return Objects.requireNonNull(machines.get(name), name);
    }

    /// The same with one workflow's file changed.
    ///
    /// @param change is given the whole definition
    public Workflows edited(String name, Consumer<ObjectNode> change) {
        var file = repository.resolve(Rehearsal.WORKFLOWS).resolve(name + ".asl.json");
        try {
            var text = Files.readString(file);
            for (var one : new Substitutions(file).named().entrySet()) {
                text = text.replace("${%s}".formatted(one.getKey()), one.getValue());
            }
            var definition = (ObjectNode) Json.MAPPER.readTree(text);
            change.accept(definition);
            var changed = new HashMap<>(machines);
            changed.put(name, StateMachine.of(name, definition));
            return new Workflows(repository, changed, template, migration, tampering);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /// The same with handlers that somebody changed.
    public Workflows tampered(Tampering with) {
        return new Workflows(repository, machines, template, migration, with);
    }
}
