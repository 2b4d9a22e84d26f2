package dev.daybreak.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.daybreak.begin.BeginMigrationHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What the workflow sees of the first two steps.
class PreflightHandlerTest {
    private final World world = new World();

    @Test
    void aBegunExecutionHandsItsPlanOn() throws IOException {
        var answer =
                answer(
                        new BeginMigrationHandler(Fakes.wiring(world)),
                        """
                        {"execution": "arn:1", "name": "evening-1", "started": "2026-11-22T03:00:00Z",
                         "input": {"Comment": "Insert your JSON here", "approval": "none"}}
                        """);

        assertThat(answer.at("/decision").asText()).isEqualTo("Begun");
        assertThat(answer.at("/plan/snapshot").asText())
                .isEqualTo("mosaic-prod-evening-1-3ac693f2-first");
        assertThat(answer.at("/plan/approval").asText()).isEqualTo("none");
        assertThat(answer.at("/plan/rebuild").asBoolean()).isTrue();
    }

    @Test
    void aNullInTheInputIsRefusedByName() throws IOException {
        var answer =
                answer(
                        new BeginMigrationHandler(Fakes.wiring(world)),
                        """
                        {"execution": "arn:1", "name": "evening-1", "started": "2026-11-22T03:00:00Z",
                         "input": {"approval": null}}
                        """);

        assertThat(answer.toString())
                .isEqualTo(
                        "{\"decision\":\"Refused\",\"problems\":[\"approval: found no text;"
                                + " allowed: required, none\"]}");
    }

    @Test
    void aRefusalNamesTheCheckAndWhatToDo() throws IOException {
        world.change("status", "stopped");

        var answer =
                answer(
                        new PreflightHandler(Fakes.wiring(world)),
                        "{\"run\": \"evening-1-3ac693f2\", \"again\": false}");

        assertThat(answer.at("/decision").asText()).isEqualTo("Refused");
        assertThat(answer.at("/why").asText())
                .isEqualTo("1 of 49 checks refuse: instance-available.");
        assertThat(answer.at("/findings/refusals/0").toString())
                .isEqualTo(
                        "{\"check\":\"instance-available\",\"what\":\"Instance mosaic-prod-db is"
                                + " stopped.\",\"todo\":\"Snapshots need it `available`: wait for"
                                + " that, or start it.\"}");
        assertThat(answer.at("/findings/passed")).hasSize(48);
    }

    private static JsonNode answer(RequestStreamHandler handler, String order) throws IOException {
        var out = new ByteArrayOutputStream();
        var nobody =
                (Context)
                        Proxy.newProxyInstance(
                                Context.class.getClassLoader(),
                                new Class<?>[] {Context.class},
                                (_, _, _) -> {
                                    throw new AssertionError("no step asks its context");
                                });
        handler.handleRequest(
                new ByteArrayInputStream(order.getBytes(StandardCharsets.UTF_8)), out, nobody);
        return new JsonMapper().readTree(out.toByteArray());
    }
}
