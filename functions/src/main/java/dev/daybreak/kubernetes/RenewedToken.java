package dev.daybreak.kubernetes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Keeps a token until it is nearly too old. EKS takes one for 15 minutes after it was signed.
public final class RenewedToken implements Supplier<String> {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Supplier<String> fresh;
    private final InstantSource clock;
    private String token = "";
    private Instant until = Instant.MIN;

    public RenewedToken(Supplier<String> fresh, InstantSource clock) {
        this.fresh = fresh;
        this.clock = clock;
    }

    @Override
    public synchronized String get() {
        var now = clock.instant();
        if (!now.isBefore(until)) {
            token = fresh.get();
            until = now.plus(GOOD_FOR);
        }
        return token;
    }

    @Override
    public String toString() {
        return "token until " + until;
    }
}
