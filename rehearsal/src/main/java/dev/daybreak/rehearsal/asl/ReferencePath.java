package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The simplest JSONPath: names after dots, in the input (`$.a.b`), the context object (`$$.a`) or
/// a variable (`$name.a`).
///
/// @param root `$`, `$$`, or `$` and the variable's name
public record ReferencePath(String text, String root, List<String> steps) {
    private static final Pattern FORM =
            Pattern.compile("(\\$\\$?|\\$[A-Za-z_]\\w*)((?:\\.[A-Za-z_][\\w-]*)*)");

    /// Empty for any other path.
    static Optional<ReferencePath> of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var rest = match.group(2);
        var steps =
                rest.isEmpty() ? List.<String>of() : List.of(rest.substring(1).split("\\.", -1));
        return Optional.of(new ReferencePath(text, match.group(1), steps));
    }

    Optional<JsonNode> find(Bindings bindings) {
        var node = start(bindings);
        for (var step : steps) {
            node = node.flatMap(n -> Optional.ofNullable(n.get(step)));
        }
        return node;
    }

    private Optional<JsonNode> start(Bindings bindings) {
        return switch (root) {
            case "$" -> Optional.of(bindings.input());
            case "$$" -> bindings.states("context");
            default -> bindings.variables().find(root.substring(1));
        };
    }
}
