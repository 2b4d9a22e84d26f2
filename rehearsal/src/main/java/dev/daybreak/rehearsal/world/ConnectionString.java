package dev.daybreak.rehearsal.world;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes a connection string apart, as a database driver in a pod does. The passwords of a
/// rehearsal hold letters and digits only, so nothing in it is ambiguous.
final class ConnectionString {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    private ConnectionString() {}

    /// @param shape as the settings have it: `postgresql://{username}:{password}@{host}…`
    static Map<String, String> fields(String shape, String rendered) {
        var regex = new StringBuilder();
        var field = FIELD.matcher(shape);
        int end = 0;
        while (field.find()) {
            regex.append(Pattern.quote(shape.substring(end, field.start())))
                    .append("(?<%s>[^:/@?&]*)".formatted(field.group(1)));
            end = field.end();
        }
        var matcher =
                Pattern.compile(regex.append(Pattern.quote(shape.substring(end))).toString())
                        .matcher(rendered);
        if (!matcher.matches()) {
            throw new IllegalStateException("The connection string is not of the settings' shape.");
        }
        var fields = new HashMap<String, String>();
        matcher.namedGroups().keySet().forEach(name -> fields.put(name, matcher.group(name)));
        return fields;
    }
}
