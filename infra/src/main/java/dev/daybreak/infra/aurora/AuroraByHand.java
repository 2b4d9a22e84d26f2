package dev.daybreak.infra.aurora;

import dev.daybreak.migration.Migration;
import dev.daybreak.stack.AuroraParameters;
import dev.daybreak.stack.MonthlyCost;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.constructs.Construct;

/// The Aurora stack for who deploys it without the workflow. The settings become defaults of its
/// parameters; what a later deploy does not name keeps its first value, the snapshot above all.
public final class AuroraByHand {
    private static final long USUAL_GIBIBYTES = 100;

    private final Migration migration;
    private final Optional<String> account;

    public AuroraByHand(Migration migration, Optional<String> account) {
        this.migration = migration;
        this.account = account;
    }

    /// @param snapshot its name or ARN
    public AuroraStack into(
            Construct scope,
            String snapshot,
            Optional<String> engineVersion,
            Optional<Long> storageGibibytes) {
        var defaults = defaults(snapshot, storageGibibytes.orElse(USUAL_GIBIBYTES));
        engineVersion.ifPresent(version -> defaults.put(AuroraParameters.ENGINE_VERSION, version));
        return new AuroraStack(scope, migration.target().stack(), Origin.SNAPSHOT, defaults);
    }

    private SortedMap<String, String> defaults(String snapshot, long gibibytes) {
        var target = migration.target();
        var network = migration.network();
        var defaults = new TreeMap<String, String>();
        defaults.put(AuroraParameters.SNAPSHOT, arn(snapshot));
        defaults.put(AuroraParameters.CLUSTER, target.cluster());
        defaults.put(AuroraParameters.INSTANCE_CLASS, target.instanceClass());
        defaults.put(AuroraParameters.VPC, network.vpc());
        defaults.put(AuroraParameters.VPC_CIDR, network.cidr());
        defaults.put(AuroraParameters.SUBNETS, String.join(",", network.subnets()));
        defaults.put(
                AuroraParameters.DELETION_PROTECTION,
                Boolean.toString(target.deletionProtection()));
        target.kmsKey().ifPresent(key -> defaults.put(AuroraParameters.KMS_KEY, key));
        defaults.put(
                AuroraParameters.MONTHLY_COST,
                MonthlyCost.of(target.instanceClass(), gibibytes, migration.region()));
        return defaults;
    }

    /// Aurora's restore takes an instance's snapshot by its ARN only.
    private String arn(String snapshot) {
        if (snapshot.startsWith("arn:")) {
            return snapshot;
        }
        return account.map(
                        id ->
                                "arn:aws:rds:%s:%s:snapshot:%s"
                                        .formatted(migration.region(), id, snapshot))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "snapshotId is the name %s, and no account is known to make an ARN of it. Log in (the CDK's command line tells the account), or give the ARN. Nothing was made."
                                                .formatted(snapshot)));
    }
}
