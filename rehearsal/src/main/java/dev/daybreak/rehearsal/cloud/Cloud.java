package dev.daybreak.rehearsal.cloud;

import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.rehearsal.cloud.template.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One account in one region, with one RDS instance in it at first.
public final class Cloud {
    private final Region region;
    private final RdsInstances instances;
    private final RdsSnapshots snapshots;
    private final RdsClusters clusters;
    private final CloudFormation stacks;
    private final SecretsManager secrets;
    private final Sns alerts;
    private final Iam permissions;
    private final ParameterStore notes;
    private final CloudWatch metrics;
    private final RdsLives life;
    private final StackEdits changes;

    /// @param source the instance; its ARN says which account and region this is
    /// @param versions of Aurora PostgreSQL that there are
    /// @param template what every stack is made from
    public Cloud(
            Surroundings around,
            DatabaseInstance source,
            List<String> versions,
            Template template) {
        region = new Region(around, source.arn());
        instances = new RdsInstances(region, source);
        snapshots = new RdsSnapshots(region);
        clusters = new RdsClusters(region, versions);
        secrets = new SecretsManager(region);
        notes = new ParameterStore(region);
        life = new RdsLives(region, notes);
        changes = new StackEdits(region, secrets, life);
        stacks =
                new CloudFormation(
                        region, template, new RestoreRules(region, versions), clusters, changes);
        alerts = new Sns(region);
        permissions = new Iam(region);
        metrics = new CloudWatch(region);
    }

    public RdsInstances instances() {
        return instances;
    }

    public RdsSnapshots snapshots() {
        return snapshots;
    }

    public RdsClusters clusters() {
        return clusters;
    }

    public CloudFormation stacks() {
        return stacks;
    }

    public SecretsManager secrets() {
        return secrets;
    }

    public Sns alerts() {
        return alerts;
    }

    public Iam permissions() {
        return permissions;
    }

    public ParameterStore notes() {
        return notes;
    }

    public CloudWatch metrics() {
        return metrics;
    }

    public RdsLives life() {
        return life;
    }

    public StackEdits changes() {
        return changes;
    }

    /// What became of everything until now, in the order of time.
    public List<Life> lives() {
        return region.locked(
                () ->
                        Stream.of(
                                        lives("instance", region.instances, HeldInstance::status),
                                        lives("snapshot", region.snapshots, Snapshot::status),
                                        lives("cluster", region.clusters, HeldCluster::status),
                                        lives("stack", region.stacks, HeldStack::status))
                                .flatMap(List::stream)
                                .sorted(Comparator.comparing(Life::at))
                                .toList());
    }

    /// Every text that was put into the cloud beside the secrets themselves: no value of a secret
    /// may be in any of them.
    public List<String> written() {
        return region.locked(
                () -> {
                    var texts = new ArrayList<String>();
                    var now = region.now();
                    region.snapshots.history(now).forEach(one -> texts.add(one.toString()));
                    region.clusters.history(now).forEach(one -> texts.add(one.toString()));
                    region.stacks.history(now).forEach(one -> texts.add(one.toString()));
                    texts.addAll(snapshots.failures());
                    texts.addAll(notes.written());
                    secrets.tags().forEach(tags -> texts.add(tags.toString()));
                    alerts.sent()
                            .forEach(
                                    one -> {
                                        texts.add(one.alert().subject());
                                        texts.add(one.alert().body());
                                        texts.add(one.alert().attributes().toString());
                                    });
                    return List.copyOf(texts);
                });
    }

    private <T> List<Life> lives(String kind, Ledger<T> ledger, Function<T, String> status) {
        Instant now = region.now();
        return ledger.history(now).stream()
                .map(
                        one ->
                                new Life(
                                        one.at(),
                                        kind,
                                        one.id(),
                                        one.state().map(status),
                                        one.state().flatMap(Cloud::why)))
                .toList();
    }

    private static Optional<String> why(Object state) {
        return state instanceof HeldStack stack ? stack.reason() : Optional.empty();
    }
}
