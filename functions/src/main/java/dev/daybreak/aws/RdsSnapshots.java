package dev.daybreak.aws;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.rds.Snapshot;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.CreateDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsRequest;

/// Manual DB snapshots.
public final class RdsSnapshots implements Snapshots {
    private final AwsClients clients;

    public RdsSnapshots(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<Snapshot> find(String snapshot) {
        var ask = DescribeDbSnapshotsRequest.builder().dbSnapshotIdentifier(snapshot).build();
        return Outcome.of(
                        "describe snapshot " + snapshot,
                        () -> clients.rds.get().describeDBSnapshots(ask))
                .ifPresent()
                .flatMap(answer -> answer.dbSnapshots().stream().findFirst())
                .map(RdsSnapshots::read);
    }

    @Override
    public void take(String snapshot, String instance, Map<String, String> tags) {
        var order =
                CreateDbSnapshotRequest.builder()
                        .dbSnapshotIdentifier(snapshot)
                        .dbInstanceIdentifier(instance)
                        .tags(RdsTags.of(tags))
                        .build();
        var outcome =
                Outcome.of(
                        "take snapshot %s of instance %s".formatted(snapshot, instance),
                        () -> clients.rds.get().createDBSnapshot(order));
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, _) when meaning == Meaning.EXISTS ->
                    mustBeOurs(snapshot, instance, tags);
            case Outcome.Failed<?> failed -> throw failed.fault();
        }
    }

    private void mustBeOurs(String snapshot, String instance, Map<String, String> tags) {
        var found =
                find(snapshot)
                        .orElseThrow(
                                () ->
                                        new Unavailable(
                                                "Snapshot %s exists, but cannot be seen yet."
                                                        .formatted(snapshot)));
        if (!found.instance().equals(instance)
                || !found.tags().entrySet().containsAll(tags.entrySet())) {
            throw new Unexpected(
                    ("Snapshot %s exists already and is not this execution's: it is of instance %s"
                                    + " with tags %s, where we look for %s with %s.")
                            .formatted(snapshot, found.instance(), found.tags(), instance, tags));
        }
    }

    private static Snapshot read(DBSnapshot one) {
        return new Snapshot(
                one.dbSnapshotIdentifier(),
                one.dbSnapshotArn(),
                one.dbInstanceIdentifier(),
                one.status(),
                Optional.ofNullable(one.percentProgress()).orElse(0),
                RdsTags.read(one.tagList()));
    }
}
