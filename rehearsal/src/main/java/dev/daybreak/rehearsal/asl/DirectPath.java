package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An expression that only follows fields from one to the next, `$plan.run` or
/// `$states.input.decision`: most of them do, and then there is nothing to evaluate. Where JSONata
/// has rules of its own (arrays, null, numbers with a fraction, what is not there) it is left to
/// the library.
///
/// @param from the variable's name
/// @param fields the names after it
record DirectPath(String from, List<String> fields) {
    private static final Pattern FORM =
            Pattern.compile("\\s*\\$([A-Za-z_]\\w*)((?:\\.[A-Za-z_]\\w*)*)\\s*");

    private static final String STATES = "states";

    static Optional<DirectPath> read(String expression) {
        var form = FORM.matcher(expression);
        return form.matches()
                ? Optional.of(new DirectPath(form.group(1), split(form.group(2))))
                : Optional.empty();
    }

    private static List<String> split(String dotted) {
        return dotted.isEmpty() ? List.of() : Arrays.asList(dotted.substring(1).split("\\.", -1));
    }

    /// Empty where the library has to say what it is.
    Optional<JsonNode> in(Bindings bindings) {
        var rest = from.equals(STATES) ? 1 : 0;
        if (fields.size() < rest) {
            return Optional.empty();
        }
        var first =
                rest == 1 ? bindings.states(fields.getFirst()) : bindings.variables().find(from);
        return first.flatMap(node -> follow(node, rest));
    }

    private Optional<JsonNode> follow(JsonNode start, int from) {
        var at = start;
        for (int i = from; i < fields.size(); i++) {
            var next = at.isObject() ? at.get(fields.get(i)) : null;
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return isPlain(at) ? Optional.of(at) : Optional.empty();
    }

    private static boolean isPlain(JsonNode node) {
        return node.isTextual()
                || node.isObject()
                || node.isBoolean()
                || node.isInt()
                || node.isLong();
    }
}
