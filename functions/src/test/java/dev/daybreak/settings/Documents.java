package dev.daybreak.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The shipped settings and its schema, and changed copies of them.
final class Documents {
    static final JsonMapper JSON = new JsonMapper();
    static final Path EXAMPLE = Path.of("../migration.json");
    static final Path SCHEMA = Path.of("../migration.schema.json");

    private Documents() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    static ObjectNode example() {
        return (ObjectNode) tree(text(EXAMPLE));
    }

    /// @param changes `/a/b = JSON` or `- /a/b`
    static ObjectNode exampleWith(String... changes) {
        var example = example();
        for (var change : changes) {
            if (change.startsWith("- ")) {
                set(example, change.substring(2), Documents.JSON.missingNode());
            } else {
                var parts = change.split(" = ", 2);
                set(example, parts[0], tree(parts[1]));
            }
        }
        return example;
    }

    static void set(ObjectNode root, String pointer, JsonNode value) {
        JsonNode at = root;
        var steps = pointer.substring(1).split("/", -1);
        for (int step = 0; step < steps.length - 1; step++) {
            at =
                    at instanceof ObjectNode object && !object.has(steps[step])
                            ? object.putObject(steps[step])
                            : at.at("/" + steps[step]);
        }
        var last = steps[steps.length - 1];
        switch (at) {
            case ArrayNode list -> list.set(Integer.parseInt(last), value);
            case ObjectNode object when value.isMissingNode() -> object.remove(last);
            case ObjectNode object -> object.set(last, value);
            default -> throw new IllegalArgumentException(pointer);
        }
    }
}
