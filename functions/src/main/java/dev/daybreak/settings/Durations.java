package dev.daybreak.settings;

import java.time.Duration;

/// Durations as people write them: `90s`, `15m`, `2h`, `7d`.
final class Durations {
    private Durations() {}

    /// @param text one of [Form#DURATION]
    static Duration of(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException(text + " has no unit of s, m, h or d");
        };
    }

    /// The same text back, in the largest unit that fits.
    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
