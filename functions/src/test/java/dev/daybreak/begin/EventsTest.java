package dev.daybreak.begin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.aws.ExampleMigration;
import dev.daybreak.begin.BeginMigration.Answer;
import dev.daybreak.begin.BeginMigration.Order;
import dev.daybreak.decommission.BeginDecommission;
import dev.daybreak.fakes.World;
import dev.daybreak.keepstopped.WakeUp;
import dev.daybreak.runtime.Json;
import dev.daybreak.validate.BeginValidation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files in `events/` are what people copy from.
class EventsTest {
    private static final TypeReference<Map<String, Object>> INPUT = new TypeReference<>() {};

    @ParameterizedTest
    @ValueSource(strings = {"migrate.json", "migrate-unattended.json"})
    void startsAnExecution(String file) throws IOException {
        var input = Json.MAPPER.convertValue(event(file), INPUT);

        assertThat(
                        new BeginMigration(
                                        ExampleMigration.MIGRATION, new World().wiring().journal())
                                .answer(new Order("arn", "one", Instant.EPOCH, input)))
                .isInstanceOf(Answer.Begun.class);
    }

    @Test
    void startsAValidation() throws IOException {
        var wiring = new World().wiring();
        var input = Json.MAPPER.convertValue(event("validate.json"), INPUT);

        assertThat(
                        new BeginValidation(wiring.migration(), wiring.journal(), wiring.logins())
                                .answer(new BeginValidation.Order("one", Instant.EPOCH, input)))
                .isInstanceOf(BeginValidation.Answer.NothingToValidate.class);
    }

    @Test
    void startsADecommission() throws IOException {
        var input = Json.MAPPER.convertValue(event("decommission.json"), INPUT);

        assertThat(
                        new BeginDecommission(
                                        ExampleMigration.MIGRATION, new World().wiring().journal())
                                .answer(
                                        new BeginDecommission.Order(
                                                "arn", "one", Instant.EPOCH, input)))
                .isInstanceOf(BeginDecommission.Answer.Begun.class);
    }

    @ParameterizedTest
    @CsvSource({
        "keep-stopped-event-0154.json, false",
        "keep-stopped-event-0088.json, false",
        "keep-stopped-schedule.json, true"
    })
    void wakesKeepStopped(String file, boolean scheduled) throws IOException {
        var input = Json.MAPPER.convertValue(event(file), INPUT);

        assertThat(new WakeUp(ExampleMigration.MIGRATION).answer(new WakeUp.Order(input)))
                .isInstanceOfSatisfying(
                        WakeUp.Answer.Woken.class,
                        woken -> assertThat(woken.plan().scheduled()).isEqualTo(scheduled));
    }

    @ParameterizedTest
    @CsvSource({"approve.json, true", "decline.json, false", "approve-deletion.json, true"})
    void answersTheRequestForApproval(String file, boolean approved) throws IOException {
        assertThat(event(file).path("approved").booleanValue()).isEqualTo(approved);
    }

    @Test
    void whatTheWorkflowReadsOfAnApprovalIsThatField() throws IOException {
        var workflow = Json.MAPPER.readTree(up("statemachine", "migrate.asl.json").toFile());

        assertThat(workflow.at("/States/IsApproved/Choices/0/Condition").asText())
                .isEqualTo("{% $states.input.approved = true %}");
    }

    private static JsonNode event(String file) throws IOException {
        return Json.MAPPER.readTree(up("events", file).toFile());
    }

    private static Path up(String folder, String file) {
        return Path.of("..", folder, file);
    }
}
