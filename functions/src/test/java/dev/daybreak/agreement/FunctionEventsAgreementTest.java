package dev.daybreak.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.daybreak.runtime.StepHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `events/functions` holds one order for each step, as its handler reads it: to try a function in
/// Lambda's console, and to start it in a test.
class FunctionEventsAgreementTest {
    private static final Path EVENTS = Path.of("..", "events", "functions");

    static Stream<Class<?>> steps() {
        return Steps.byName().values().stream();
    }

    @Test
    void eachStepHasOne() throws IOException {
        try (var files = Files.list(EVENTS)) {
            var named =
                    files.map(file -> file.getFileName().toString().replace(".json", ""))
                            .collect(Collectors.toCollection(TreeSet::new));

            assertThat(named).isEqualTo(new TreeSet<>(Steps.byName().keySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void itReadsAsTheStepsOrder(Class<?> step) throws IOException {
        var event =
                new ByteArrayInputStream(
                        Files.readAllBytes(EVENTS.resolve(step.getSimpleName() + ".json")));
        var answer = new ByteArrayOutputStream();

        assertThatCode(
                        () ->
                                reading(Steps.order(step))
                                        .handleRequest(event, answer, new NoContext()))
                .doesNotThrowAnyException();
        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("Read");
    }

    private static StepHandler<?> reading(Class<?> order) {
        return new Reading<>(order);
    }

    private record Read(Map<String, String> nothing) {}

    private static final class Reading<O> extends StepHandler<O> {
        private Reading(Class<O> order) {
            super(order, _ -> new Read(Map.of()));
        }
    }
}
