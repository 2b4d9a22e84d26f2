package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The External Secrets Operator. When it syncs, and when it silently does not, is what its own
/// controller does (`shouldRefresh` in `externalsecret_controller.go`).
final class ExternalSecretsOperator {
    /// Only these notice that their Secret is missing; `Merge` then says that it is.
    private static final Set<String> RESTORING = Set.of("Owner", "Merge");

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Objects objects;
    private final Loop loop;
    private final Pace pace;
    private final InstantSource clock;
    private final SecretTemplate.Provider provider;
    private volatile boolean broken;

    ExternalSecretsOperator(
            Objects objects,
            Loop loop,
            Pace pace,
            InstantSource clock,
            SecretTemplate.Provider provider) {
        this.objects = objects;
        this.loop = loop;
        this.pace = pace;
        this.clock = clock;
        this.provider = provider;
    }

    void breakDown(boolean now) {
        broken = now;
        loop.wake();
    }

    void pass() {
        if (broken) {
            return;
        }
        for (var one : objects.all(Type.EXTERNAL_SECRET)) {
            var name = Trees.namespace(one) + "/" + Trees.name(one);
            if (isDue(one) && underWay.add(name)) {
                loop.after(pace.sync(), () -> sync(name, one));
            }
        }
    }

    private boolean isDue(JsonNode one) {
        var existing = objects.find(Type.SECRET, Trees.namespace(one), target(one));
        if (existing.filter(secret -> secret.path("immutable").asBoolean()).isPresent()) {
            return false;
        }
        if (existing.isEmpty() && RESTORING.contains(policy(one))) {
            return true;
        }
        var synced = one.at("/status/syncedResourceVersion").asText("");
        if (synced.isEmpty()) {
            return true;
        }
        return switch (one.at("/spec/refreshPolicy").asText("Periodic")) {
            case "CreatedOnce" -> false;
            case "OnChange" -> !synced.equals(version(one));
            default -> isDuePeriodically(one, synced);
        };
    }

    private boolean isDuePeriodically(JsonNode one, String synced) {
        var interval = interval(one);
        if (interval.isZero()) {
            return false;
        }
        var refreshed = Instant.parse(one.at("/status/refreshTime").asText());
        return !synced.equals(version(one)) || !refreshed.plus(interval).isAfter(clock.instant());
    }

    private void sync(String name, JsonNode seen) {
        underWay.remove(name);
        objects.find(Type.EXTERNAL_SECRET, Trees.namespace(seen), Trees.name(seen))
                .filter(_ -> !broken)
                .ifPresent(this::sync);
    }

    private void sync(JsonNode one) {
        try {
            write(one, SecretTemplate.render(one.path("spec"), provider));
            report(one, true, "SecretSynced", "secret synced");
            loop.after(interval(one), loop::wake);
        } catch (IllegalStateException problem) {
            report(one, false, "SecretSyncedError", String.valueOf(problem.getMessage()));
            loop.after(pace.crash(), loop::wake);
        }
    }

    private void write(JsonNode one, Map<String, String> values) {
        var namespace = Trees.namespace(one);
        var found = objects.find(Type.SECRET, namespace, target(one));
        if (found.isPresent()) {
            objects.change(Type.SECRET, found.get(), secret -> fill(secret, values));
        } else if (policy(one).equals("Merge")) {
            throw new IllegalStateException("the desired secret was not found");
        } else if (!policy(one).equals("None")) {
            objects.create(
                    Type.SECRET,
                    namespace,
                    target(one),
                    secret -> {
                        fill(secret.put("type", "Opaque"), values);
                        if (one.at("/spec/target/immutable").asBoolean()) {
                            secret.put("immutable", true);
                        }
                    });
        }
    }

    private void report(JsonNode one, boolean ready, String reason, String message) {
        objects.change(
                Type.EXTERNAL_SECRET,
                one,
                now -> {
                    var status = now.withObjectProperty("status");
                    var instant = clock.instant();
                    Trees.condition(status, "Ready", ready, reason, instant);
                    ((ObjectNode) status.at("/conditions/0")).put("message", message);
                    if (ready) {
                        status.put("refreshTime", instant.toString());
                        status.put("syncedResourceVersion", version(one));
                        status.putObject("binding").put("name", target(one));
                    }
                });
    }

    /// As ESO computes it: the generation, and a hash of labels and annotations.
    private static String version(JsonNode one) {
        var metadata = one.path("metadata");
        var hash = new TreeMap<String, String>();
        metadata.path("annotations").properties().forEach(e -> hash.put(e.getKey(), e.toString()));
        metadata.path("labels").properties().forEach(e -> hash.put("/" + e.getKey(), e.toString()));
        return "%d-%08x".formatted(metadata.path("generation").asInt(), hash.hashCode());
    }

    private static Duration interval(JsonNode one) {
        return GoDuration.parse(one.at("/spec/refreshInterval").asText("1h0m0s"));
    }

    private static String policy(JsonNode one) {
        return one.at("/spec/target/creationPolicy").asText("Owner");
    }

    private static String target(JsonNode one) {
        return one.at("/spec/target/name").asText(Trees.name(one));
    }

    private static void fill(ObjectNode secret, Map<String, String> values) {
        var data = secret.withObjectProperty("data");
        values.forEach((key, value) -> data.put(key, Base64Text.encode(value)));
    }
}
