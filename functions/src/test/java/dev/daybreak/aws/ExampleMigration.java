package dev.daybreak.aws;

import dev.daybreak.fakes.Examples;
import dev.daybreak.migration.Limits;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Network;
import dev.daybreak.migration.Polls;
import dev.daybreak.migration.Recipients;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Settings of a migration, where a test needs some.
public final class ExampleMigration {
    public static final Migration MIGRATION =
            new Migration(
                    "mosaic",
                    "us-east-1",
                    Migration.Way.SNAPSHOT,
                    new Migration.Source("mosaic-prod-db", "mosaic/owner", false),
                    new Migration.Target(
                            "mosaic-prod-aurora",
                            "db.t4g.medium",
                            List.of(),
                            true,
                            Optional.empty()),
                    new Migration.Secret(
                            "mosaic/prod",
                            new Migration.Secret.Fields(
                                    "username", "password", "host", "port", "d"),
                            "mosaic/own"),
                    new Migration.Kubernetes(
                            "eks",
                            "mosaic-prod",
                            List.of(),
                            new Migration.Kubernetes.DatabaseSecret("s", "DB_URL", "{host}"),
                            "",
                            new Migration.Kubernetes.Access(
                                    Migration.Kubernetes.Access.Entry.ACCESS_ENTRY,
                                    List.of("s"),
                                    List.of())),
                    new Migration.Health(URI.create("https://example.org/health"), 200),
                    new Network(
                            "vpc-0123456789abcdef0",
                            "10.0.0.0/16",
                            List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"),
                            new Network.SecurityGroups(Optional.empty(), Optional.empty())),
                    new Recipients(List.of("oncall@example.com"), Optional.empty(), false),
                    Migration.Approval.NONE,
                    Migration.OnLateWrites.RETURN,
                    Migration.Rollback.LOSSLESS,
                    Examples.VALIDATION,
                    Examples.KEEP_STOPPED,
                    Examples.DECOMMISSION,
                    Limits.DEFAULT,
                    Polls.DEFAULT);

    private ExampleMigration() {}
}
