package dev.daybreak.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A workflow as the file has it: its states by name, those of branches among them (a name is used
/// once in a whole workflow).
record Workflow(String name, Path file, String startAt, Map<String, State> states) {

    /// Every workflow that is deployed.
    static List<Workflow> all() {
        try (var files = Files.list(folder())) {
            var found =
                    files.filter(file -> file.toString().endsWith(".asl.json"))
                            .sorted()
                            .map(Workflow::read)
                            .toList();
            if (found.isEmpty()) {
                throw new AssertionError("there is no workflow in " + folder());
            }
            return found;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static Stream<State> allStates() {
        return all().stream().flatMap(workflow -> workflow.states().values().stream());
    }

    static Stream<State> lambdas() {
        return allStates().filter(State::isLambda);
    }

    private static Path folder() {
        return Stream.of(Path.of("statemachine"), Path.of("..", "statemachine"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no folder statemachine"));
    }

    private static Workflow read(Path file) {
        try {
            var json = Json.MAPPER.readTree(file.toFile());
            var name = file.getFileName().toString().replace(".asl.json", "");
            var states = new LinkedHashMap<String, State>();
            collect(name, json.path("States"), false, states);
            return new Workflow(name, file, json.path("StartAt").asText(), states);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void collect(
            String machine, JsonNode json, boolean isInBranch, Map<String, State> states) {
        json.properties()
                .forEach(
                        one -> {
                            var state =
                                    new State(machine, one.getKey(), one.getValue(), isInBranch);
                            if (states.put(one.getKey(), state) != null) {
                                throw new AssertionError(state + " is there twice");
                            }
                            one.getValue()
                                    .path("Branches")
                                    .forEach(
                                            branch ->
                                                    collect(
                                                            machine,
                                                            branch.path("States"),
                                                            true,
                                                            states));
                        });
    }

    State state(String name) {
        return Optional.ofNullable(states.get(name))
                .orElseThrow(() -> new AssertionError(this.name + " has no state " + name));
    }
}
