package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns a definition into a state machine, or lists all that is wrong with it.
final class Loader {
    private static final Set<String> FIELDS =
            Set.of("Comment", "StartAt", "States", "QueryLanguage", "Version", "TimeoutSeconds");

    private Loader() {}

    static StateMachine load(String name, JsonNode definition) {
        return load(name, definition, Place.noProblems());
    }

    /// @param problems found before
    static StateMachine load(String name, JsonNode definition, List<Problem> problems) {
        var machine =
                Fields.of(definition, Place.root(problems)).flatMap(top -> machine(name, top));
        if (machine.isEmpty() || !problems.isEmpty()) {
            throw new RefusedDefinition("The state machine " + name, problems);
        }
        return machine.get();
    }

    private static Optional<StateMachine> machine(String name, Fields top) {
        var language = Language.of(top, Language.JSONPATH);
        top.refuseAllBut(FIELDS, Language.JSONATA);
        top.text("Version")
                .filter(version -> !version.equals("1.0"))
                .ifPresent(_ -> top.at("Version").invalid("must be 1.0"));
        var seconds = top.integer("TimeoutSeconds", 0, 1, TaskLoader.LONGEST_SECONDS);
        var timeout =
                seconds == 0
                        ? Optional.<Duration>empty()
                        : Optional.of(Duration.ofSeconds(seconds));
        var graph = new GraphLoader(language, new HashSet<>()).load(top);
        return graph.map(g -> new StateMachine(name, g, timeout));
    }
}
