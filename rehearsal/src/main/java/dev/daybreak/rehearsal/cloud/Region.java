package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.rehearsal.cloud.ServerPark.Backup;
import dev.daybreak.rehearsal.cloud.ServerPark.Server;
import dev.daybreak.rehearsal.cloud.ServerPark.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// One region of one account: what its services keep, behind one lock.
final class Region {
    final Ledger<HeldInstance> instances = new Ledger<>();
    final Ledger<Snapshot> snapshots = new Ledger<>();
    final Ledger<HeldCluster> clusters = new Ledger<>();
    final Ledger<HeldStack> stacks = new Ledger<>();

    /// By snapshot ARN, cluster id and instance id: what is really there.
    final Map<String, Backup> backups = new HashMap<>();

    final Map<String, Volume> volumes = new HashMap<>();
    final Map<String, Server> servers = new HashMap<>();

    final Groups groups = new Groups();

    private final Surroundings around;
    private final String arnPrefix;

    /// @param instanceArn of any RDS resource, for its partition, region and account
    Region(Surroundings around, String instanceArn) {
        var parts = instanceArn.split(":", -1);
        if (parts.length != 7 || !parts[0].equals("arn")) {
            throw new IllegalArgumentException(instanceArn + " is no ARN of a DB instance");
        }
        this.around = around;
        this.arnPrefix = "arn:%s:%%s:%s:%s:".formatted(parts[1], parts[3], parts[4]);
    }

    /// A call of a service: observed, one at a time.
    <T> T call(String port, String method, Supplier<T> effect) {
        return around.calls().around(port, method, () -> locked(effect));
    }

    void run(String port, String method, Runnable effect) {
        call(port, method, () -> done(effect));
    }

    <T> T locked(Supplier<T> effect) {
        synchronized (this) {
            return effect.get();
        }
    }

    void update(Runnable effect) {
        locked(() -> done(effect));
    }

    void inBackground(Runnable work) {
        around.background().execute(work);
    }

    Instant now() {
        return around.clock().instant();
    }

    /// What a describe sees.
    Instant seen() {
        return now().minus(around.delays().sight());
    }

    /// When a service has gone on to the next thing.
    Instant soon() {
        return now().plus(step());
    }

    Duration step() {
        return around.delays().step();
    }

    Duration removal() {
        return around.delays().removal();
    }

    ServerPark park() {
        return around.park();
    }

    String arn(String service, String resource) {
        return arnPrefix.formatted(service) + resource;
    }

    /// The rule for identifiers
    /// (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html).
    static void checkIdentifier(String kind, String id, int lengthMax) {
        if (!id.matches("[a-zA-Z](-?[a-zA-Z0-9])*") || id.length() > lengthMax) {
            throw new Unexpected(
                    ("InvalidParameterValue: %s \"%s\" must be 1 to %d letters, digits or hyphens,"
                                    + " begin with a letter and not end with a hyphen or have two"
                                    + " in a row.")
                            .formatted(kind, id, lengthMax));
        }
    }

    private static boolean done(Runnable effect) {
        effect.run();
        return true;
    }
}
