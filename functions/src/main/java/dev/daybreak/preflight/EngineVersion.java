package dev.daybreak.preflight;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A PostgreSQL version, compared as numbers: 16.9 is older than 16.10.
record EngineVersion(int major, int minor) {
    /// Anything behind the numbers (`16.4-limitless`) is another product.
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\.\\d{1,4})?");

    static Optional<EngineVersion> of(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new EngineVersion(
                                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /// Aurora's oldest minor version that an RDS snapshot of this one can be restored to: the same
    /// major, and no older
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Migrating.html>).
    Optional<EngineVersion> restorableTo(Collection<String> aurora) {
        return aurora.stream()
                .flatMap(text -> of(text).stream())
                .filter(other -> other.major == major && other.minor >= minor)
                .min(Comparator.comparingInt(EngineVersion::minor));
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
