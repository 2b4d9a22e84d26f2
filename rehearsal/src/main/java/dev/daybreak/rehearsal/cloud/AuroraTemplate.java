package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.rehearsal.cloud.ServerPark.Endpoint;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What CloudFormation would read in the Aurora template: its parameters, its outputs and the
/// cluster's parameter group.
///
/// @param exportPrefix what its exports begin with; part of the template, so two stacks made from
///   it clash whatever their parameters are
/// @param estimatedMonthlyCost as the template prints it
public record AuroraTemplate(String exportPrefix, String estimatedMonthlyCost) {
    /// The ARN of the snapshot that the cluster is made from.
    public static final String SNAPSHOT = "SnapshotArn";

    /// The cluster's identifier; the writer's is this with `-writer`.
    public static final String CLUSTER = "ClusterIdentifier";

    /// Of the writer, for example `db.t4g.medium`.
    public static final String INSTANCE_CLASS = "InstanceClass";

    /// Of the cluster, for example `16.11`.
    public static final String ENGINE_VERSION = "EngineVersion";

    /// `true` (the default) or `false`.
    public static final String DELETION_PROTECTION = "DeletionProtection";

    private static final Set<String> REQUIRED =
            Set.of(SNAPSHOT, CLUSTER, INSTANCE_CLASS, ENGINE_VERSION);

    private static final SortedMap<String, String> CLUSTER_PARAMETERS =
            new TreeMap<>(
                    Map.of(
                            "max_connections", "100",
                            "random_page_cost", "1.1",
                            "effective_io_concurrency", "200",
                            "log_min_duration_statement", "1000",
                            "log_connections", "1",
                            "log_disconnections", "1",
                            "log_lock_waits", "1",
                            "idle_in_transaction_session_timeout", "300000",
                            "statement_timeout", "30000",
                            "rds.logical_replication", "1"));

    /// What the cluster's parameter group sets, in AWS's names.
    public static SortedMap<String, String> clusterParameters() {
        return new TreeMap<>(CLUSTER_PARAMETERS);
    }

    /// The same in PostgreSQL's own names: `rds.logical_replication` sets `wal_level` (Aurora User
    /// Guide, "Setting up logical replication").
    static SortedMap<String, String> serverParameters() {
        var parameters = clusterParameters();
        parameters.remove("rds.logical_replication");
        parameters.put("wal_level", "logical");
        return parameters;
    }

    static String writer(String cluster) {
        return cluster + "-writer";
    }

    /// As `CreateStack` checks them, before anything is made.
    void check(Map<String, String> parameters) {
        var unknown = new TreeSet<>(parameters.keySet());
        unknown.removeAll(REQUIRED);
        unknown.remove(DELETION_PROTECTION);
        if (!unknown.isEmpty()) {
            throw new Unexpected(
                    "ValidationError: Parameters: %s do not exist in the template."
                            .formatted(unknown));
        }
        var missing = new TreeSet<>(REQUIRED);
        missing.removeIf(name -> !parameters.getOrDefault(name, "").isBlank());
        if (!missing.isEmpty()) {
            throw new Unexpected(
                    "ValidationError: Parameters: %s must have values.".formatted(missing));
        }
        Region.checkIdentifier("DBClusterIdentifier", parameters.getOrDefault(CLUSTER, ""), 63);
    }

    SortedMap<String, String> outputs(String cluster, Endpoint endpoint, String securityGroup) {
        return new TreeMap<>(
                Map.of(
                        "WriterEndpoint", endpoint.host(),
                        "Port", Integer.toString(endpoint.port()),
                        "ClusterId", cluster,
                        "SecurityGroupId", securityGroup,
                        "EstimatedMonthlyCost", estimatedMonthlyCost));
    }

    /// The name under which an output is exported: unique within a region and account.
    String export(String output) {
        return exportPrefix + "-" + output;
    }
}
