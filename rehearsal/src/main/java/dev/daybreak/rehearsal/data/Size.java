package dev.daybreak.rehearsal.data;

import java.util.regex.Pattern;

/// How large the database on disk shall be, as PostgreSQL counts it: 1 MB is 1,048,576 bytes.
public record Size(long megabytes) {
    private static final long MEGABYTES_MIN = 50;
    private static final long MEGABYTES_MAX = 100 * 1024;
    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,5})(MB|GB)");

    public Size {
        if (megabytes < MEGABYTES_MIN || megabytes > MEGABYTES_MAX) {
            throw new IllegalArgumentException(
                    "a size of %d MB is not between 50MB and 100GB".formatted(megabytes));
        }
    }

    /// Reads `200MB` or `5GB` and nothing else.
    public static Size parse(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no size: write a whole number and MB or GB, as in 200MB or 5GB"
                            .formatted(text));
        }
        var number = Long.parseLong(match.group(1));
        return new Size(match.group(2).equals("GB") ? number * 1024 : number);
    }

    public long bytes() {
        return megabytes << 20;
    }

    @Override
    public String toString() {
        return megabytes % 1024 == 0 ? megabytes / 1024 + "GB" : megabytes + "MB";
    }
}
