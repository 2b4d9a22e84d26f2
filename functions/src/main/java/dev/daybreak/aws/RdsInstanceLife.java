package dev.daybreak.aws;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.InstanceLife;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.DeleteDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceFromDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.StartDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.StopDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/// Orders to RDS that start, stop, restore and remove instances.
public final class RdsInstanceLife implements InstanceLife {
    /// The smallest class that every supported version of PostgreSQL takes and that reads a whole
    /// database without swapping
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html>).
    static final String SMALL = "db.t4g.medium";

    private final AwsClients clients;

    public RdsInstanceLife(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public void start(String instance) {
        var order = StartDbInstanceRequest.builder().dbInstanceIdentifier(instance).build();
        Outcome.of("start instance " + instance, () -> clients.rds.get().startDBInstance(order))
                .orThrow();
    }

    @Override
    public void stop(String instance) {
        var order = StopDbInstanceRequest.builder().dbInstanceIdentifier(instance).build();
        Outcome.of("stop instance " + instance, () -> clients.rds.get().stopDBInstance(order))
                .orThrow();
    }

    @Override
    public void delete(String instance, boolean keepAutomatedBackups) {
        var order =
                DeleteDbInstanceRequest.builder()
                        .dbInstanceIdentifier(instance)
                        .skipFinalSnapshot(true)
                        .deleteAutomatedBackups(!keepAutomatedBackups)
                        .build();
        Outcome.of("delete instance " + instance, () -> clients.rds.get().deleteDBInstance(order))
                .ifPresent();
    }

    @Override
    public void restore(String instance, String snapshot, String like, Map<String, String> tags) {
        var model = found(like);
        var order =
                RestoreDbInstanceFromDbSnapshotRequest.builder()
                        .dbInstanceIdentifier(instance)
                        .dbSnapshotIdentifier(snapshot)
                        .dbInstanceClass(SMALL)
                        .multiAZ(false)
                        .publiclyAccessible(false)
                        .autoMinorVersionUpgrade(false)
                        .deletionProtection(false)
                        .vpcSecurityGroupIds(
                                model.vpcSecurityGroups().stream()
                                        .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                                        .toList())
                        .tags(RdsTags.of(tags));
        Optional.ofNullable(model.dbSubnetGroup())
                .map(DBSubnetGroup::dbSubnetGroupName)
                .ifPresent(order::dbSubnetGroupName);
        Outcome.of(
                        "restore instance %s from snapshot %s".formatted(instance, snapshot),
                        () -> clients.rds.get().restoreDBInstanceFromDBSnapshot(order.build()))
                .isNew();
    }

    private DBInstance found(String instance) {
        var ask = DescribeDbInstancesRequest.builder().dbInstanceIdentifier(instance).build();
        return Outcome.of(
                        "describe instance " + instance,
                        () -> clients.rds.get().describeDBInstances(ask))
                .ifPresent()
                .flatMap(answer -> answer.dbInstances().stream().findFirst())
                .orElseThrow(
                        () -> new Unexpected("There is no DB instance %s.".formatted(instance)));
    }
}
