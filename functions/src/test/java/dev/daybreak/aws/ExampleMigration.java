package dev.daybreak.aws;

import dev.daybreak.migration.Limits;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Polls;
import java.net.URI;
import java.util.List;

/// Settings of a migration, where a test needs some.
public final class ExampleMigration {
    public static final Migration MIGRATION =
            new Migration(
                    "mosaic",
                    "us-east-1",
                    Migration.Way.SNAPSHOT,
                    new Migration.Source("mosaic-prod-db", "mosaic/owner"),
                    new Migration.Target("mosaic-prod-aurora", "db.t4g.medium", List.of()),
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
                            ""),
                    new Migration.Health(URI.create("https://example.org/health"), 200),
                    Migration.Approval.NONE,
                    Migration.OnLateWrites.RETURN,
                    Limits.DEFAULT,
                    Polls.DEFAULT);

    private ExampleMigration() {}
}
