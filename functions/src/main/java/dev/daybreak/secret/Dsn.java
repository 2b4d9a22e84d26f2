package dev.daybreak.secret;

import java.util.Map;
import java.util.regex.Pattern;

/// The shape of a connection string, with the secret's fields in braces:
/// `postgresql://{username}:{password}@{host}:{port}/{dbname}`.
public record Dsn(String shape) {
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.-]*)}");

    /// Whether the field is part of the shape.
    public boolean mentions(String field) {
        return FIELD.matcher(shape).results().anyMatch(one -> one.group(1).equals(field));
    }

    /// Whether a rendered string is of this shape and holds these fields. It is not taken apart: a
    /// password may hold any of the shape's own characters. A field that the shape does not have is
    /// never held.
    public boolean holds(String rendered, Map<String, String> fields) {
        return fields.keySet().stream().allMatch(this::mentions)
                && pattern(fields).matcher(rendered).matches();
    }

    private Pattern pattern(Map<String, String> fields) {
        var regex = new StringBuilder();
        var field = FIELD.matcher(shape);
        int end = 0;
        while (field.find()) {
            var wanted = fields.get(field.group(1));
            regex.append(Pattern.quote(shape.substring(end, field.start())))
                    .append(wanted == null ? ".*" : Pattern.quote(wanted));
            end = field.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(shape.substring(end))).toString(), Pattern.DOTALL);
    }
}
