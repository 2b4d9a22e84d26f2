package dev.daybreak.rehearsal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// How long the application was without its database, as its writers felt it.
///
/// @param from the last write (or, while they only read, the last read) that was answered before
/// @param until the first write that was acknowledged after
/// @param refused attempts of pods in between
public record Downtime(Instant from, Instant until, long refused, Map<Share, Duration> shares) {
    public Downtime {
        shares = Map.copyOf(shares);
    }

    public static Downtime between(Instant from, Instant until, long refused, List<Visit> visits) {
        return new Downtime(from, until, refused, Share.of(visits, from, until));
    }

    public Duration of(Share share) {
        return shares.getOrDefault(share, Duration.ZERO);
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
