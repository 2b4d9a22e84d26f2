package dev.daybreak.postgres;

import java.util.List;
import java.util.stream.Collectors;

/// Names and texts made safe for SQL, where no parameter can stand.
final class Quoted {
    private Quoted() {}

    static String name(String name) {
        return "\"" + withoutZero(name).replace("\"", "\"\"") + "\"";
    }

    static String names(List<String> names) {
        return names.stream().map(Quoted::name).collect(Collectors.joining(", "));
    }

    /// An `E''` text means the same whatever `standard_conforming_strings` says.
    static String text(String text) {
        return "E'" + withoutZero(text).replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String withoutZero(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL knows no text with a zero in it");
        }
        return text;
    }
}
