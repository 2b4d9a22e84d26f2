package dev.daybreak.secret;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of a secret's JSON, in their order, values as JSON has them (`String`, `Number`,
/// `Boolean`, `Map`, `List`). Nothing of it shows in a text.
public record SecretFields(Map<String, Object> fields) {
    public SecretFields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// A field's value as text, numbers included.
    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(value -> value instanceof String || value instanceof Number)
                .map(Object::toString);
    }

    /// The same with one field's text changed; a number stays a number where the new text is one.
    public SecretFields with(String field, String text) {
        var changed = new LinkedHashMap<>(fields);
        changed.computeIfPresent(
                field, (_, old) -> old instanceof Number ? (Object) Long.valueOf(text) : text);
        changed.putIfAbsent(field, text);
        return new SecretFields(changed);
    }

    @Override
    public String toString() {
        return "secret with fields " + fields.keySet();
    }
}
