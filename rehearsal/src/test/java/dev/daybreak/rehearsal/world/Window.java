package dev.daybreak.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// The state machine's file, asked which of its states are what.
final class Window {
    private static final JsonNode STATES = states();

    private Window() {}

    /// Every state with a task whose failure leads to the return, those in the branches of such a
    /// Parallel among them.
    static List<String> tasks() {
        return tasksCaughtBy("Return");
    }

    /// Every state with a task whose failure leads there.
    static List<String> tasksCaughtBy(String next) {
        var found = new ArrayList<String>();
        STATES.properties()
                .forEach(
                        state -> {
                            if (isCaughtBy(state.getValue(), next)) {
                                collect(state.getKey(), state.getValue(), found);
                            }
                        });
        return List.copyOf(found);
    }

    private static boolean isCaughtBy(JsonNode state, String next) {
        for (var catcher : state.path("Catch")) {
            if (catcher.path("Next").asText().equals(next)) {
                return true;
            }
        }
        return false;
    }

    private static void collect(String name, JsonNode state, List<String> found) {
        if (state.path("Type").asText().equals("Task")) {
            found.add(name);
        }
        for (var branch : state.path("Branches")) {
            branch.path("States")
                    .properties()
                    .forEach(inner -> collect(inner.getKey(), inner.getValue(), found));
        }
    }

    private static JsonNode states() {
        try {
            var file = Play.REPOSITORY.resolve(Rehearsal.WORKFLOWS.resolve("migrate.asl.json"));
            return Json.MAPPER.readTree(Files.readString(file)).path("States");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
