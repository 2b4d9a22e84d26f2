package dev.daybreak.infra.step;

import java.util.List;

/// What `InstanceLife` does at AWS with the old instance and with the throw-away one that its last
/// snapshot is tried on.
final class InstancePermissions {
    private static final String TRIAL = "The throw-away instance is named after the execution";

    private final Arns arns;

    InstancePermissions(Arns arns) {
        this.arns = arns;
    }

    /// `Instances.find`, of the throw-away instance.
    List<Permission> trial() {
        return List.of(
                Permission.to(
                                List.of(
                                        "rds:DescribeDBInstances",
                                        "rds:DescribePendingMaintenanceActions"),
                                arns.trial())
                        .because(TRIAL));
    }

    List<Permission> start() {
        return List.of(Permission.to(List.of("rds:StartDBInstance"), arns.instance()));
    }

    List<Permission> stop() {
        return List.of(Permission.to(List.of("rds:StopDBInstance"), arns.instance()));
    }

    List<Permission> delete() {
        return List.of(Permission.to(List.of("rds:DeleteDBInstance"), arns.instance()));
    }

    List<Permission> deleteTrial() {
        return List.of(Permission.to(List.of("rds:DeleteDBInstance"), arns.trial()).because(TRIAL));
    }

    /// `Snapshots.find`, of the last one.
    List<Permission> lastSnapshot() {
        return List.of(Permission.to(List.of("rds:DescribeDBSnapshots"), arns.lastSnapshot()));
    }

    /// `Snapshots.take`, of the last one.
    List<Permission> takeLastSnapshot() {
        return List.of(
                Permission.to(
                        List.of("rds:AddTagsToResource", "rds:CreateDBSnapshot"),
                        arns.instance(),
                        arns.lastSnapshot()));
    }

    /// `InstanceLife.restore`: from the last snapshot, where the old instance is, with tags; RDS
    /// takes the snapshot's key.
    List<Permission> restoreTrial() {
        return List.of(
                Permission.to(List.of("rds:AddTagsToResource"), arns.trial()).because(TRIAL),
                Permission.to(
                                List.of("rds:RestoreDBInstanceFromDBSnapshot"),
                                arns.trial(),
                                arns.lastSnapshot(),
                                arns.rds("subgrp:*"),
                                arns.rds("pg:default.*"),
                                arns.rds("og:*"))
                        .because(
                                "The subnet group is the old instance's and the option group the snapshot's; neither is in the settings"),
                Permission.to(
                                List.of(
                                        "kms:CreateGrant",
                                        "kms:Decrypt",
                                        "kms:DescribeKey",
                                        "kms:GenerateDataKey"),
                                arns.keys())
                        .when("StringEquals", "kms:ViaService", Arns.via("rds"))
                        .because("Whatever key the snapshot has, but only through RDS"));
    }
}
