package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A definition that was loaded, checked and compiled; it may be run as often and by as many
/// threads as one likes.
public record StateMachine(String name, StateGraph graph, Optional<Duration> timeout) {
    /// Loads an ASL file and names the machine after it (`migrate.asl.json` is `migrate`).
    ///
    /// @param substitutions what to put in the place of `${Name}`
    /// @throws RefusedDefinition with every problem: what Step Functions refuses, what this
    ///   interpreter doesn't run, placeholders without a value and values without a placeholder
    public static StateMachine load(Path file, Map<String, String> substitutions) {
        return DefinitionFile.load(file, substitutions);
    }

    /// Loads a definition that is in memory.
    ///
    /// @throws RefusedDefinition as above
    public static StateMachine of(String name, JsonNode definition) {
        return Loader.load(name, definition);
    }

    /// Every state, those inside of Parallel and Map states too.
    public List<State> allStates() {
        return graph.allStates();
    }

    /// Every error name in a Retry or a Catch, sorted.
    public List<String> errorNames() {
        return allStates().stream()
                .flatMap(
                        state ->
                                Stream.concat(
                                        state.retry().stream().map(Retrier::errorEquals),
                                        state.catchers().stream().map(Catcher::errorEquals)))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
