package dev.daybreak.secret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The shape of a connection string, with the secret's fields in braces:
/// `postgresql://{username}:{password}@{host}:{port}/{dbname}`.
public record Dsn(String shape) {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    /// What the fields are in a rendered string; empty where it is not of this shape.
    public Optional<Map<String, String>> read(String rendered) {
        var names = new ArrayList<String>();
        var matcher = pattern(names).matcher(rendered);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var fields = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(fields);
    }

    private Pattern pattern(List<String> names) {
        var regex = new StringBuilder();
        var field = FIELD.matcher(shape);
        int end = 0;
        while (field.find()) {
            regex.append(Pattern.quote(shape.substring(end, field.start()))).append("(.*?)");
            names.add(field.group(1));
            end = field.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(shape.substring(end))).toString());
    }
}
