package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.cloud.template.Templates;
import dev.daybreak.stack.StackOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A cloud with `mosaic-prod-db` in it, whose work and time a test moves by hand.
final class TestCloud {
    static final String DB = "mosaic-prod-db";
    static final String AURORA = "mosaic-prod-aurora";
    static final String WRITER = "mosaic-prod-aurora-writer";

    static final String NO_SNAPSHOT = "arn:aws:rds:us-east-1:123456789012:snapshot:none";

    final SettableClock clock = new SettableClock();
    final SteppedExecutor work = new SteppedExecutor();
    final FakePark park = new FakePark();
    final Cloud cloud;

    TestCloud() {
        this(Calls.UNHEARD);
    }

    TestCloud(Calls calls) {
        this(calls, Templates.deployed());
    }

    TestCloud(Template template) {
        this(Calls.UNHEARD, template);
    }

    private TestCloud(Calls calls, Template template) {
        cloud =
                new Cloud(
                        new Surroundings(clock, work, calls, park, Delays.BRISK),
                        source("available"),
                        List.of("16.11", "16.13", "16.15"),
                        template);
    }

    static DatabaseInstance source(String status) {
        return instance(DB, status);
    }

    static DatabaseInstance unencrypted() {
        return instance(DB, "available", false);
    }

    static DatabaseInstance instance(String id, String status) {
        return instance(id, status, true);
    }

    private static DatabaseInstance instance(String id, String status, boolean encrypted) {
        return new DatabaseInstance(
                id,
                "arn:aws:rds:us-east-1:123456789012:db:" + id,
                status,
                "postgres",
                "16.13",
                "127.0.0.2",
                25_431,
                100,
                encrypted,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(Instant.EPOCH));
    }

    /// All work that was ordered gets done, and everybody sees it.
    void settle() {
        for (var i = 0; i < 5; i++) {
            work.runAll();
            clock.pass(Duration.ofMinutes(1));
        }
    }

    Snapshot snapshot(String name) {
        cloud.snapshots().take(name, DB, Map.of());
        settle();
        return cloud.snapshots().find(name).orElseThrow();
    }

    static StackOrder order(String name, String token, Map<String, String> changes) {
        var parameters =
                new TreeMap<>(
                        Map.of(
                                "SnapshotArn", NO_SNAPSHOT,
                                "ClusterIdentifier", AURORA,
                                "InstanceClass", "db.t4g.medium",
                                "EngineVersion", "16.15",
                                "VpcId", "vpc-0123456789abcdef0",
                                "VpcCidr", "10.0.0.0/16",
                                "SubnetIds", "subnet-0123456789abcdef0,subnet-0123456789abcdef1",
                                "MonthlyCost", "53.29"));
        parameters.putAll(changes);
        return new StackOrder(name, parameters, Map.of("daybreak", "run-1"), token);
    }

    /// The cluster, complete, under the stack's usual name.
    StackOrder aurora() {
        var arn = snapshot("first").arn();
        var order = order(AURORA, "token-1", Map.of("SnapshotArn", arn));
        cloud.stacks().create(order);
        settle();
        return order;
    }

    String stackStatus(String stack) {
        return cloud.stacks().find(stack).map(one -> one.status()).orElse("none");
    }

    String stackReason(String stack) {
        return cloud.stacks().find(stack).flatMap(one -> one.reason()).orElse("");
    }

    String clusterStatus() {
        return cloud.clusters().find(AURORA).map(one -> one.status()).orElse("none");
    }

    String instanceStatus(String instance) {
        return cloud.instances().find(instance).map(DatabaseInstance::status).orElse("none");
    }
}
