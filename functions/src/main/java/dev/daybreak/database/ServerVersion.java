package dev.daybreak.database;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A PostgreSQL version of two numbers, as all have since 10, compared as numbers: `16.9` is older
/// than `16.10`.
public record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

    /// Anything behind the numbers (`16.4-limitless`) is another product.
    private static final Pattern AURORA = Pattern.compile("\\d{1,4}\\.\\d{1,4}(\\.\\d{1,4})?");

    /// Reads `16.15`, `16.15 (Debian 16.15-1)` or `16`.
    ///
    /// @throws IllegalArgumentException where it does not begin with a number
    public static ServerVersion of(String text) {
        return read(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'%s' is no PostgreSQL version".formatted(text)));
    }

    /// The same; empty where it does not begin with a number.
    public static Optional<ServerVersion> read(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new ServerVersion(
                                Integer.parseInt(matcher.group(1)),
                                Optional.ofNullable(matcher.group(2))
                                        .map(Integer::parseInt)
                                        .orElse(0)))
                : Optional.empty();
    }

    /// Aurora's oldest version that an RDS snapshot of this one can be restored to: the same major,
    /// and no older minor. Aurora skips some minors
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Migrating.html>).
    public Optional<ServerVersion> restorableTo(Collection<String> aurora) {
        return aurora.stream()
                .filter(text -> AURORA.matcher(text).matches())
                .map(ServerVersion::of)
                .filter(other -> other.major == major && other.minor >= minor)
                .min(Comparator.naturalOrder());
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
