package dev.daybreak.infra.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// A state machine's file, as far as the stack has to know it.
public final class Workflow {
    /// What the state machine's file calls the topic.
    public static final String TOPIC = "AlertTopic";

    /// A function ends before the state that called it stops waiting, so that nothing acts after
    /// the workflow has gone on to something else.
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /// Where the state waits for a token, the function itself has only to send a message.
    private static final Duration UNLIMITED = Duration.ofSeconds(60);

    private final String text;
    private final JsonNode definition;

    private Workflow(String text, JsonNode definition) {
        this.text = text;
        this.definition = definition;
    }

    public static Workflow read(Path file) {
        try {
            var text = Files.readString(file);
            return new Workflow(text, JsonMapper.builder().build().readTree(text));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("%s is no JSON".formatted(file), wrong);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The very file.
    public String text() {
        return text;
    }

    /// Whether it calls the function.
    public boolean calls(Step step) {
        return text.contains("${%s}".formatted(step.placeholder()));
    }

    /// Whether it sends to the topic itself, where a function cannot.
    public boolean publishes() {
        return text.contains("${%s}".formatted(TOPIC));
    }

    /// How long a function may take.
    public Duration timeout(Step step) {
        var reference = "${%s}".formatted(step.placeholder());
        return states(definition)
                .filter(state -> state.at("/Arguments/FunctionName").asText().equals(reference))
                .map(Workflow::patience)
                .min(Duration::compareTo)
                .orElse(UNLIMITED)
                .minus(MARGIN);
    }

    private static Duration patience(JsonNode state) {
        var seconds = state.path("TimeoutSeconds");
        return state.path("Resource").asText().endsWith(".waitForTaskToken") || !seconds.isInt()
                ? UNLIMITED
                : Duration.ofSeconds(seconds.intValue());
    }

    private static Stream<JsonNode> states(JsonNode machine) {
        return machine.path("States")
                .valueStream()
                .flatMap(
                        state ->
                                Stream.concat(
                                        Stream.of(state),
                                        state.path("Branches")
                                                .valueStream()
                                                .flatMap(Workflow::states)));
    }
}
