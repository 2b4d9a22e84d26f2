package dev.daybreak.aws;

import dev.daybreak.ports.Clusters;
import dev.daybreak.rds.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;

/// Aurora PostgreSQL clusters.
public final class AuroraClusters implements Clusters {
    private static final String ENGINE = "aurora-postgresql";
    private static final String DELETING = "deleting";

    private final AwsClients clients;

    public AuroraClusters(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<Cluster> find(String cluster) {
        return describe(cluster).map(found -> read(found, instances(cluster)));
    }

    /// `DescribeDBEngineVersions` leaves out what can't be created any more; Limitless databases
    /// are versions of their own (`16.6-limitless`) and nothing to restore a snapshot into
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBEngineVersions.html>).
    @Override
    public List<String> versions() {
        var ask = DescribeDbEngineVersionsRequest.builder().engine(ENGINE).build();
        return Outcome.of(
                        "list the versions of " + ENGINE,
                        () ->
                                clients
                                        .rds
                                        .get()
                                        .describeDBEngineVersionsPaginator(ask)
                                        .dbEngineVersions()
                                        .stream()
                                        .map(DBEngineVersion::engineVersion)
                                        .filter(version -> !version.endsWith("-limitless"))
                                        .distinct()
                                        .toList())
                .orThrow();
    }

    @Override
    public void unprotect(String cluster) {
        var order =
                ModifyDbClusterRequest.builder()
                        .dbClusterIdentifier(cluster)
                        .deletionProtection(false)
                        .applyImmediately(true)
                        .build();
        remove(
                Outcome.of(
                        "switch off deletion protection of cluster " + cluster,
                        () -> clients.rds.get().modifyDBCluster(order)),
                () -> isDeleting(cluster));
    }

    /// A final snapshot is refused for an instance of a cluster
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html>).
    @Override
    public void deleteMember(String instance) {
        var order =
                DeleteDbInstanceRequest.builder()
                        .dbInstanceIdentifier(instance)
                        .skipFinalSnapshot(true)
                        .build();
        remove(
                Outcome.of(
                        "delete instance " + instance,
                        () -> clients.rds.get().deleteDBInstance(order)),
                () -> isMemberDeleting(instance));
    }

    @Override
    public void delete(String cluster) {
        var order =
                DeleteDbClusterRequest.builder()
                        .dbClusterIdentifier(cluster)
                        .skipFinalSnapshot(true)
                        .build();
        remove(
                Outcome.of(
                        "delete cluster " + cluster,
                        () -> clients.rds.get().deleteDBCluster(order)),
                () -> isDeleting(cluster));
    }

    /// What is gone, or going, is what we wanted: a second order is refused as a wrong state.
    private static void remove(Outcome<?> outcome, BooleanSupplier isGoing) {
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, _) when meaning == Meaning.ABSENT -> {}
            case Outcome.Failed<?>(var meaning, _)
                    when meaning == Meaning.BUSY && isGoing.getAsBoolean() -> {}
            case Outcome.Failed<?> failed -> throw failed.fault();
        }
    }

    private boolean isDeleting(String cluster) {
        return describe(cluster).map(DBCluster::status).map(DELETING::equals).orElse(true);
    }

    private boolean isMemberDeleting(String instance) {
        var ask = DescribeDbInstancesRequest.builder().dbInstanceIdentifier(instance).build();
        return Outcome.of(
                        "describe instance " + instance,
                        () -> clients.rds.get().describeDBInstances(ask))
                .ifPresent()
                .stream()
                .flatMap(answer -> answer.dbInstances().stream())
                .allMatch(one -> DELETING.equals(one.dbInstanceStatus()));
    }

    private Optional<DBCluster> describe(String cluster) {
        var ask = DescribeDbClustersRequest.builder().dbClusterIdentifier(cluster).build();
        return Outcome.of(
                        "describe cluster " + cluster,
                        () -> clients.rds.get().describeDBClusters(ask))
                .ifPresent()
                .flatMap(answer -> answer.dbClusters().stream().findFirst());
    }

    /// None where the cluster has gone since it was described.
    private List<DBInstance> instances(String cluster) {
        var ask =
                DescribeDbInstancesRequest.builder()
                        .filters(Filter.builder().name("db-cluster-id").values(cluster).build())
                        .build();
        return Outcome.of(
                        "describe the instances of cluster " + cluster,
                        () ->
                                clients
                                        .rds
                                        .get()
                                        .describeDBInstancesPaginator(ask)
                                        .dbInstances()
                                        .stream()
                                        .toList())
                .ifPresent()
                .orElse(List.of());
    }

    /// The statuses are the instances', who is the writer is the cluster's to say.
    private static Cluster read(DBCluster one, List<DBInstance> instances) {
        var writers =
                one.dbClusterMembers().stream()
                        .filter(member -> Boolean.TRUE.equals(member.isClusterWriter()))
                        .map(DBClusterMember::dbInstanceIdentifier)
                        .collect(Collectors.toUnmodifiableSet());
        return new Cluster(
                one.dbClusterIdentifier(),
                one.status(),
                one.engineVersion(),
                Optional.ofNullable(one.endpoint()).orElse(""),
                Optional.ofNullable(one.port()).orElse(0),
                Boolean.TRUE.equals(one.storageEncrypted()),
                Boolean.TRUE.equals(one.deletionProtection()),
                instances.stream().map(instance -> member(instance, writers)).toList(),
                RdsTags.read(one.tagList()));
    }

    private static Cluster.Member member(DBInstance one, Set<String> writers) {
        var id = one.dbInstanceIdentifier();
        return new Cluster.Member(id, one.dbInstanceStatus(), writers.contains(id));
    }
}
