package dev.daybreak.stack;

/// What the Aurora templates ask for: the names of their CloudFormation parameters. Everything that
/// differs from one migration to the next is a parameter, so the template itself is the same for
/// all, and what a later update does not name keeps its value.
public final class AuroraParameters {
    /// ARN of the snapshot that the cluster is restored from; in the template for snapshots only.
    public static final String SNAPSHOT = "SnapshotArn";

    /// ARN of the instance that the cluster replicates; in the template for replicas only.
    public static final String SOURCE = "SourceArn";

    /// The cluster's identifier; the writer's is this with `-writer`.
    public static final String CLUSTER = "ClusterIdentifier";

    /// Of the writer, for example `db.t4g.medium`.
    public static final String INSTANCE_CLASS = "InstanceClass";

    /// Of the cluster, for example `16.11`.
    public static final String ENGINE_VERSION = "EngineVersion";

    /// `true` or `false`.
    public static final String DELETION_PROTECTION = "DeletionProtection";

    /// ARN of the key for the storage; blank where the snapshot's own stays.
    public static final String KMS_KEY = "KmsKeyArn";

    public static final String VPC = "VpcId";

    /// The only range that the cluster takes connections from.
    public static final String VPC_CIDR = "VpcCidr";

    /// Ids with commas between them.
    public static final String SUBNETS = "SubnetIds";

    /// A sentence for people, see [MonthlyCost].
    public static final String MONTHLY_COST = "MonthlyCost";

    private AuroraParameters() {}
}
