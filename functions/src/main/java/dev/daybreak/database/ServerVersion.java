package dev.daybreak.database;

import java.util.Comparator;
import java.util.regex.Pattern;

/// A PostgreSQL version of two numbers, as all have since 10: `16.15`.
public record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d+)(?:\\.(\\d+))?.*");

    /// Reads `16.15`, `16.15 (Debian 16.15-1)` or `16`.
    ///
    /// @throws IllegalArgumentException where it does not begin with a number
    public static ServerVersion of(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is no PostgreSQL version".formatted(text));
        }
        var minor = matcher.group(2);
        return new ServerVersion(
                Integer.parseInt(matcher.group(1)), minor == null ? 0 : Integer.parseInt(minor));
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Comparator.comparingInt(ServerVersion::major)
                .thenComparingInt(ServerVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%d".formatted(major, minor);
    }
}
