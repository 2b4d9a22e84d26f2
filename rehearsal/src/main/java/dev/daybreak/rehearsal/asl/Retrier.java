package dev.daybreak.rehearsal.asl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When and how often a failed state is tried again.
public record Retrier(
        List<String> errorEquals,
        Duration interval,
        int maxAttempts,
        double backoffRate,
        Optional<Duration> maxDelay,
        boolean fullJitter) {
    public Retrier {
        errorEquals = List.copyOf(errorEquals);
    }

    /// The pause before a retry. Full jitter is a random length between zero and the pause that
    /// there would be without it
    /// (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html).
    ///
    /// @param used how many retries this retrier has granted already
    Duration pauseBefore(int used, RandomGenerator chance) {
        var seconds = (double) interval.toSeconds() * Math.pow(backoffRate, used);
        if (maxDelay.isPresent()) {
            seconds = Math.min(seconds, (double) maxDelay.get().toSeconds());
        }
        var share = fullJitter ? chance.nextDouble() : 1;
        return Duration.ofMillis(Math.round(Math.min(seconds, LONGEST_SECONDS) * share * 1000));
    }

    /// A year, the longest that an execution runs.
    private static final double LONGEST_SECONDS = 365 * 24 * 3600.0;
}
