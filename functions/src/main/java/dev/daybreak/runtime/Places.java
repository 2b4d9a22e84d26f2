package dev.daybreak.runtime;

import dev.daybreak.database.Address;
import dev.daybreak.database.Side;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Secrets;

/// Where the two databases answer, asked of RDS itself: the application's secret points to either
/// of them, depending on how far a migration has come.
public final class Places {
    private final Migration migration;
    private final Instances instances;
    private final Clusters clusters;
    private final Secrets secrets;

    public Places(Migration migration, Instances instances, Clusters clusters, Secrets secrets) {
        this.migration = migration;
        this.instances = instances;
        this.clusters = clusters;
        this.secrets = secrets;
    }

    public Address of(Side side) {
        return switch (side) {
            case RDS -> rds();
            case AURORA -> aurora();
        };
    }

    private Address rds() {
        var id = migration.source().instance();
        return instances
                .find(id)
                .map(one -> new Address(one.host(), one.port(), database()))
                .orElseThrow(() -> new Unexpected("There is no DB instance %s.".formatted(id)));
    }

    private Address aurora() {
        var id = migration.target().cluster();
        return clusters.find(id)
                .map(one -> new Address(one.host(), one.port(), database()))
                .orElseThrow(() -> new Unexpected("There is no DB cluster %s.".formatted(id)));
    }

    private String database() {
        var secret = migration.secret();
        return secrets.current(secret.id())
                .fields()
                .text(secret.fields().database())
                .orElseThrow(
                        () ->
                                new Unexpected(
                                        "Secret %s names no database in field '%s'."
                                                .formatted(
                                                        secret.id(), secret.fields().database())));
    }
}
