package dev.daybreak.rehearsal.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.fence.FenceHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What Lambda is told where a function cannot even start.
class StartUpProblemsTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String BAD_INPUT = "dev.daybreak.fault.BadInput";

    @Test
    void everyMissingVariableIsNamedAtOnce() {
        assertThat(start(FenceHandler.class.getName(), Map.of()))
                .isEqualTo(
                        new Told.NotStarted(
                                BAD_INPUT,
                                "The function's environment is not complete: DAYBREAK_MIGRATION is"
                                        + " missing; AWS_REGION is missing; DAYBREAK_TOPIC is"
                                        + " missing; DAYBREAK_TEMPLATE_URL is missing;"
                                        + " DAYBREAK_TEMPLATE_KEEPS is missing; DAYBREAK_TLS is"
                                        + " missing. Deploy it again."));
    }

    @Test
    void badSettingsAreToldWithWhatIsWrong() {
        var told =
                start(
                        FenceHandler.class.getName(),
                        Deployment.environment("{}", "http://127.0.0.1:9"));

        assertThat(told)
                .isInstanceOfSatisfying(
                        Told.NotStarted.class,
                        one -> {
                            assertThat(one.error()).isEqualTo(BAD_INPUT);
                            assertThat(one.message()).contains("DAYBREAK_MIGRATION", "source");
                        });
    }

    @Test
    void aHandlerThatIsNotThereIsNamed() {
        assertThat(start("dev.daybreak.fence.NoHandler", Map.of()))
                .isEqualTo(
                        new Told.Failed(
                                "java.lang.ClassNotFoundException",
                                "Class not found: dev.daybreak.fence.NoHandler"));
    }

    private static Told start(String handler, Map<String, String> environment) {
        var deployment = Deployment.packaged(REPOSITORY, environment);
        var event = "{}".getBytes(StandardCharsets.UTF_8);
        try (var process = FunctionProcess.start(deployment, handler, event)) {
            return process.first().told();
        }
    }
}
