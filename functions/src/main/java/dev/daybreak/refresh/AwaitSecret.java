package dev.daybreak.refresh;

import dev.daybreak.database.Address;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.runtime.Places;
import dev.daybreak.secret.Dsn;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.RenderedSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks whether the Kubernetes Secret holds the new host, and whether every other ExternalSecret
/// that reads the secret has synced since. The operator's own word is not believed: what pods will
/// read is looked at.
public final class AwaitSecret {
    private final Migration migration;
    private final ExternalSecrets externalSecrets;
    private final Places places;
    private final InstantSource clock;

    public AwaitSecret(
            Migration migration,
            ExternalSecrets externalSecrets,
            Places places,
            InstantSource clock) {
        this.migration = migration;
        this.externalSecrets = externalSecrets;
        this.places = places;
        this.clock = clock;
    }

    /// @param synced each ExternalSecret's `syncedResourceVersion` before [RefreshSecret] gave it a
    ///   `force-sync` value it never had: another one means that it synced since. One that is
    ///   missing here need only be ready; what pods read is looked at all the same
    /// @param since when the wait began
    public record Order(Side side, Map<String, String> synced, Instant since) {
        public Order {
            synced = Map.copyOf(synced);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Pods that start now read the new host.
        record Holds(String host) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}

        /// It does not come.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var address = places.of(order.side());
        var missing = missing(order, address);
        if (missing.isEmpty()) {
            return new Answer.Holds(address.host());
        }
        var waited = Duration.between(order.since(), clock.instant());
        var limit = migration.limits().secretRefresh();
        var waitingFor = String.join(" ", missing);
        return waited.compareTo(limit) < 0
                ? new Answer.NotYet(waitingFor)
                : new Answer.Failed(
                        "%s Waited %d s (limit %d s)."
                                .formatted(waitingFor, waited.toSeconds(), limit.toSeconds()));
    }

    private List<String> missing(Order order, Address address) {
        var missing = new ArrayList<String>();
        var wanted = migration.kubernetes().databaseSecret();
        var rendered = externalSecrets.rendered(wanted.name(), wanted.key());
        if (rendered.filter(secret -> holds(secret, address)).isEmpty()) {
            missing.add(
                    "Key %s of Secret %s does not hold host %s yet."
                            .formatted(wanted.key(), wanted.name(), address.host()));
        }
        for (ExternalSecret one : externalSecrets.reading(migration.secret().id())) {
            if (!one.ready()) {
                missing.add(
                        "ExternalSecret %s is not ready: %s."
                                .formatted(one.name(), one.trouble().orElse("no reason given")));
            } else if (one.syncedVersion().orElse("").equals(order.synced().get(one.name()))) {
                missing.add("ExternalSecret %s has not synced yet.".formatted(one.name()));
            }
        }
        return missing;
    }

    private boolean holds(RenderedSecret secret, Address address) {
        var names = migration.secret().fields();
        var dsn = new Dsn(migration.kubernetes().databaseSecret().dsn());
        var wanted = new HashMap<>(Map.of(names.host(), address.host()));
        if (dsn.mentions(names.port())) {
            wanted.put(names.port(), Integer.toString(address.port()));
        }
        return dsn.holds(secret.value(), wanted);
    }
}
