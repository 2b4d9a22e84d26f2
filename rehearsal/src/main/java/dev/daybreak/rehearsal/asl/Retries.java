package dev.daybreak.rehearsal.asl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The retries that one stay in a state has used up; each retrier counts its own.
final class Retries {
    private final List<Retrier> retriers;
    private final int[] used;
    private int count;

    Retries(List<Retrier> retriers) {
        this.retriers = retriers;
        this.used = new int[retriers.size()];
    }

    /// Grants another retry: the pause before it, or nothing where the first retrier that names the
    /// error has none left, or none names it.
    Optional<Duration> grant(Failure failure, RandomGenerator chance) {
        for (var i = 0; i < used.length; i++) {
            var retrier = retriers.get(i);
            if (failure.isAnyOf(retrier.errorEquals())) {
                if (used[i] >= retrier.maxAttempts()) {
                    return Optional.empty();
                }
                count++;
                return Optional.of(retrier.pauseBefore(used[i]++, chance));
            }
        }
        return Optional.empty();
    }

    /// `State.RetryCount` of the context object.
    int count() {
        return count;
    }
}
