package dev.daybreak.rehearsal.cloud.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/// The template that is deployed, as it is and spoiled.
public final class Templates {
    public static final Path FILE =
            Path.of("..", "infra", "templates", "aurora-from-snapshot.template.json");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Templates() {}

    public static Template deployed() {
        return Template.load(FILE);
    }

    /// With another value in one place.
    ///
    /// @param pointer of an object's field, new or not
    /// @param value JSON, with single quotes for double ones
    public static Template with(String pointer, String value) {
        return with(Map.of(pointer, value));
    }

    /// With other values in several places.
    public static Template with(Map<String, String> changes) {
        return Template.of("spoiled", changed(changes));
    }

    public static Template without(String pointer) {
        var template = text();
        parent(template, pointer).remove(name(pointer));
        return Template.of("spoiled", template);
    }

    private static JsonNode changed(Map<String, String> changes) {
        var template = text();
        changes.forEach(
                (pointer, value) -> parent(template, pointer).set(name(pointer), json(value)));
        return template;
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode text() {
        try {
            return MAPPER.readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode parent(JsonNode template, String pointer) {
        return (ObjectNode) template.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
