package dev.daybreak.stream;

import java.util.Locale;
import java.util.Optional;

/// How the reverse stream is, seen from both ends.
///
/// @param subscription what RDS has: whether it is there and enabled
/// @param applyErrors how often applying failed since the statistics began
///   (`pg_stat_subscription_stats`)
/// @param unready tables whose changes are not applied (their state in `pg_subscription_rel` is not
///   ready)
/// @param slot whether the slot is on Aurora
/// @param isActive whether somebody reads from it now
/// @param walStatus `reserved`, `extended`, `unreserved`, `lost`; empty where there is no slot
/// @param lagBytes WAL that RDS has not confirmed yet
public record StreamState(
        Subscription subscription,
        long applyErrors,
        int unready,
        boolean slot,
        boolean isActive,
        Optional<String> walStatus,
        long lagBytes) {
    /// RDS's end.
    public enum Subscription {
        MISSING,
        DISABLED,
        ENABLED
    }

    /// All of it for people.
    public String words() {
        return "subscription %s, %d apply errors, %d tables not ready, slot %s, %d bytes behind"
                .formatted(
                        subscription.name().toLowerCase(Locale.ROOT),
                        applyErrors,
                        unready,
                        slot ? walStatus.orElse("unknown") : "missing",
                        lagBytes);
    }

    /// Whether everything that is written on Aurora can still reach RDS.
    public boolean isWhole() {
        return subscription != Subscription.MISSING
                && slot
                && unready == 0
                && walStatus.filter(status -> !status.equals("lost")).isPresent();
    }
}
