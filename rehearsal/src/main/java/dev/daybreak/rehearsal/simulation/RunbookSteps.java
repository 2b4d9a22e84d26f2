package dev.daybreak.rehearsal.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.aurora.AwaitAurora;
import dev.daybreak.aurora.CreateAurora;
import dev.daybreak.aurora.RemoveAurora;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rehearsal.simulation.fault.Boundary;
import dev.daybreak.runtime.Json;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.secret.SecretFields;
import java.util.Map;

/// What people type at each step of the hand-written runbook. A step that waits is `Unavailable`
/// until there is nothing more to wait for; whoever follows the runbook then tries again.
final class RunbookSteps {
    private static final String MADE_BY = "runbook";

    private final World world;
    private final Wiring wiring;
    private final RunbookPods pods;
    private final SecretWriter secretWriter;
    private boolean deletedTooEarly;

    /// `aws secretsmanager put-secret-value`, which compares nothing.
    public interface SecretWriter {
        void put(String secret, SecretFields fields);
    }

    /// One step: its payload, and what it answers.
    private interface Step {
        JsonNode answer(JsonNode payload);
    }

    RunbookSteps(World world, Boundary boundary, Wiring wiring) {
        this.world = world;
        this.wiring = wiring;
        pods = new RunbookPods(world.migration, wiring);
        SecretWriter writer =
                (secret, fields) -> world.cloud.secrets().overwrite(secret, _ -> fields);
        secretWriter = boundary.port(SecretWriter.class, writer);
    }

    /// Whether the instance was deleted while the application used it, or needed what it held.
    boolean deletedTooEarly() {
        return deletedTooEarly && world.status().isEmpty();
    }

    Map<String, RequestStreamHandler> functions() {
        return Map.ofEntries(
                function("TakeSnapshot", this::takeSnapshot),
                function("AwaitSnapshot", this::awaitSnapshot),
                function("CreateAurora", this::createAurora),
                function("AwaitAurora", _ -> awaitAurora()),
                function("RemoveAurora", _ -> removeAurora()),
                function(
                        "RememberHost",
                        _ -> host(text(wiring.secrets().current(secret()).fields()))),
                function("Scale", pods::scale),
                function("AwaitNoPods", _ -> pods.awaitNoPods()),
                function("SwapHost", this::swapHost),
                function("RefreshSecret", pods::refreshSecret),
                function("AwaitSecret", pods::awaitSecret),
                function("AwaitReady", _ -> pods.awaitReady()),
                function("LookAround", _ -> pods.lookAround()),
                function("StopInstance", _ -> stopInstance()),
                function("AwaitStatus", this::awaitStatus),
                function("StartInstance", _ -> startInstance()),
                function("DeleteInstance", _ -> deleteInstance()));
    }

    private static Map.Entry<String, RequestStreamHandler> function(String name, Step step) {
        return Map.entry(
                name,
                (input, output, _) ->
                        Json.MAPPER.writeValue(output, step.answer(Json.MAPPER.readTree(input))));
    }

    private JsonNode takeSnapshot(JsonNode payload) {
        wiring.snapshots().take(payload.path("snapshot").asText(), instance(), Map.of());
        return done();
    }

    private JsonNode awaitSnapshot(JsonNode payload) {
        var name = payload.path("snapshot").asText();
        var status = wiring.snapshots().find(name).map(one -> one.status()).orElse("not there");
        return until(status.equals("available"), "snapshot %s is %s".formatted(name, status));
    }

    private JsonNode createAurora(JsonNode payload) {
        var name = payload.path("snapshot").asText();
        var arn = wiring.snapshots().find(name).map(one -> one.arn()).orElse("");
        var create =
                new CreateAurora(
                        world.migration, wiring.instances(), wiring.clusters(), wiring.stacks());
        create.answer(new CreateAurora.Order(MADE_BY, name, arn));
        return done();
    }

    private JsonNode awaitAurora() {
        var wait = new AwaitAurora(world.migration, wiring.stacks(), wiring.clusters(), world.time);
        return switch (wait.answer(new AwaitAurora.Order(world.time.instant()))) {
            case AwaitAurora.Answer.Available there -> host(there.host());
            case AwaitAurora.Answer.NotYet(var status) -> throw new Unavailable(status);
            case AwaitAurora.Answer.Failed(var why) -> throw new Unexpected(why);
        };
    }

    private JsonNode removeAurora() {
        var remove =
                new RemoveAurora(
                        world.migration,
                        wiring.clusters(),
                        wiring.stacks(),
                        wiring.secrets(),
                        world.time);
        return switch (remove.answer(new RemoveAurora.Order(MADE_BY, world.time.instant()))) {
            case RemoveAurora.Answer.Gone _ -> done();
            case RemoveAurora.Answer.NotYet(var doing) -> throw new Unavailable(doing);
            case RemoveAurora.Answer.Failed(var why) -> throw new Unexpected(why);
        };
    }

    private JsonNode swapHost(JsonNode payload) {
        var before = wiring.secrets().current(secret()).fields();
        var name = world.migration.secret().fields().host();
        secretWriter.put(secret(), before.with(name, payload.path("host").asText()));
        return done();
    }

    private JsonNode stopInstance() {
        life().stop(instance());
        return done();
    }

    private JsonNode awaitStatus(JsonNode payload) {
        var wanted = payload.path("status").asText();
        return until(status().equals(wanted), "the instance is " + status());
    }

    private JsonNode startInstance() {
        if (status().equals("stopped")) {
            life().start(instance());
        }
        return done();
    }

    private JsonNode deleteInstance() {
        var needed = world.home().equals("rds") || !world.missing().isBlank();
        life().delete(instance(), false);
        deletedTooEarly |= needed;
        return done();
    }

    private InstanceLife life() {
        return wiring.daysAfter().leaving().life();
    }

    private String status() {
        return wiring.instances().find(instance()).map(DatabaseInstance::status).orElse("gone");
    }

    private String instance() {
        return world.migration.source().instance();
    }

    private String secret() {
        return world.migration.secret().id();
    }

    private String text(SecretFields fields) {
        return fields.text(world.migration.secret().fields().host()).orElse("");
    }

    private static JsonNode host(String host) {
        return Json.MAPPER.createObjectNode().put("host", host);
    }

    static JsonNode done() {
        return Json.MAPPER.createObjectNode();
    }

    static JsonNode until(boolean over, String waitingFor) {
        if (!over) {
            throw new Unavailable(waitingFor);
        }
        return done();
    }
}
