package dev.daybreak.rehearsal.kubernetes;

import java.time.Duration;
import java.util.regex.Pattern;

/// Durations as Go writes them: `1h0m0s`, `15s`, `500ms`, `0`.
final class GoDuration {
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|h|m|s)");

    private GoDuration() {}

    static Duration parse(String text) {
        return PART.matcher(text)
                .results()
                .map(part -> of(Long.parseLong(part.group(1)), part.group(2)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration of(long count, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMillis(count);
        };
    }
}
