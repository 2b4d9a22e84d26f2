package dev.daybreak.fakes;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Mark;
import dev.daybreak.database.TableFacts;
import dev.daybreak.migration.Decommission;
import dev.daybreak.migration.KeepStopped;
import dev.daybreak.migration.Limits;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes.DatabaseSecret;
import dev.daybreak.migration.Migration.Kubernetes.Workload;
import dev.daybreak.migration.Network;
import dev.daybreak.migration.Polls;
import dev.daybreak.migration.Recipients;
import dev.daybreak.migration.Validation;
import dev.daybreak.proof.Holding;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.stack.Stack;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Pod;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The example that everything is tried on, whole and well.
public final class Examples {
    public static final String RUN = "run-1";
    public static final String INSTANCE = "mosaic-prod-db";
    public static final String CLUSTER = "mosaic-prod-aurora";
    public static final String SECRET = "mosaic/prod/rds/credentials";
    public static final String OWNER_SECRET = "mosaic/prod/rds/owner";
    public static final String OWN_SECRET = "daybreak/mosaic-prod/database";
    public static final String SLACK_SECRET = "mosaic/prod/slack";
    public static final String RDS_HOST = "mosaic-prod-db.abc.us-east-1.rds.amazonaws.com";
    public static final String AURORA_HOST =
            "mosaic-prod-aurora.cluster-abc.us-east-1.rds.amazonaws.com";
    public static final String SELECTOR = "app=core-api";

    /// Holds every character that means something in a connection string, a pattern or a format.
    public static final String PASSWORD = "p@ss:w/o?r%d$1\\{host}&='\" x";

    public static final Network NETWORK =
            new Network(
                    "vpc-0123456789abcdef0",
                    "10.0.0.0/16",
                    List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"),
                    new Network.SecurityGroups(Optional.empty(), Optional.empty()));

    public static final Validation VALIDATION =
            new Validation(LocalTime.of(7, 0), "UTC", "\\b(ERROR|FATAL|CRITICAL)\\b", 0, 3);

    public static final KeepStopped KEEP_STOPPED = new KeepStopped(LocalTime.of(3, 0), 6, false);

    public static final Decommission DECOMMISSION =
            new Decommission(
                    7,
                    7,
                    Decommission.Remove.INSTANCE,
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    INSTANCE + "-final-snapshot");

    public static final Holding HOLDING = new Holding("5c", 2, 15, "da7a");

    public static final Migration.Kubernetes KUBERNETES =
            new Migration.Kubernetes(
                    "mosaic-prod",
                    "mosaic-prod",
                    List.of(new Workload("core-api", SELECTOR)),
                    new DatabaseSecret(
                            "database-credentials",
                            "DB_URL",
                            "postgresql+psycopg://{username}:{password}@{host}:{port}/{dbname}?sslmode=require"),
                    "",
                    new Migration.Kubernetes.Access(
                            Migration.Kubernetes.Access.Entry.ACCESS_ENTRY,
                            List.of("database-credentials"),
                            List.of()));

    private Examples() {}

    public static Migration migration() {
        return migration("mosaic-prod", List.of("pg_trgm"));
    }

    /// The example with another section `kubernetes`.
    public static Migration migration(Migration.Kubernetes kubernetes) {
        return migration("mosaic-prod", List.of("pg_trgm"), kubernetes);
    }

    public static Migration migration(String name, List<String> requiredExtensions) {
        return migration(name, requiredExtensions, KUBERNETES);
    }

    /// The example with another section `decommission`.
    public static Migration migration(Decommission decommission) {
        return migration("mosaic-prod", List.of("pg_trgm"), KUBERNETES, decommission);
    }

    private static Migration migration(
            String name, List<String> requiredExtensions, Migration.Kubernetes kubernetes) {
        return migration(name, requiredExtensions, kubernetes, DECOMMISSION);
    }

    private static Migration migration(
            String name,
            List<String> requiredExtensions,
            Migration.Kubernetes kubernetes,
            Decommission decommission) {
        return new Migration(
                name,
                "us-east-1",
                Migration.Way.SNAPSHOT,
                new Migration.Source(INSTANCE, OWNER_SECRET, false),
                new Migration.Target(
                        CLUSTER, "db.t4g.medium", requiredExtensions, true, Optional.empty()),
                new Migration.Secret(
                        SECRET,
                        new Migration.Secret.Fields(
                                "username", "password", "host", "port", "dbname"),
                        OWN_SECRET),
                kubernetes,
                new Migration.Health(URI.create("https://api.mosaiclife.me/health"), 200),
                NETWORK,
                new Recipients(List.of("oncall@example.com"), Optional.of(SLACK_SECRET), false),
                Migration.Approval.REQUIRED,
                Migration.OnLateWrites.RESNAPSHOT,
                Migration.Rollback.LOSSLESS,
                VALIDATION,
                KEEP_STOPPED,
                decommission,
                Limits.DEFAULT,
                Polls.DEFAULT);
    }

    public static DatabaseInstance instance() {
        return instance("16.15");
    }

    public static DatabaseInstance instance(String version) {
        return instance(version, "available");
    }

    public static DatabaseInstance instance(String version, String status) {
        return instance(INSTANCE, version, status);
    }

    public static DatabaseInstance instance(String id, String version, String status) {
        return new DatabaseInstance(
                id,
                "arn:" + id,
                status,
                "postgres",
                version,
                id.equals(INSTANCE) ? RDS_HOST : id + ".abc.us-east-1.rds.amazonaws.com",
                5432,
                20,
                true,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static Cluster cluster() {
        return new Cluster(
                CLUSTER,
                "available",
                "16.15",
                AURORA_HOST,
                5432,
                true,
                true,
                List.of(new Cluster.Member(CLUSTER + "-writer", "available", true)),
                Map.of("daybreak:run", RUN));
    }

    public static Stack stack(String status) {
        return new Stack(
                CLUSTER,
                status,
                Optional.empty(),
                Map.of(),
                Map.of("daybreak:run", RUN, "daybreak:snapshot", "mosaic-prod-run-1"));
    }

    /// Another stack than Aurora's.
    public static Stack stack(String name, String status) {
        return new Stack(name, status, Optional.empty(), Map.of(), Map.of());
    }

    public static Facts facts() {
        return new Facts(
                "16.15",
                Map.of("plpgsql", "1.0", "pg_trgm", "1.6"),
                Map.of("plpgsql", "1.0", "pg_trgm", "1.6", "hstore", "1.8"),
                Map.ofEntries(
                        Map.entry("max_connections", "100"),
                        Map.entry("random_page_cost", "1.1"),
                        Map.entry("effective_io_concurrency", "200"),
                        Map.entry("log_min_duration_statement", "1s"),
                        Map.entry("log_connections", "on"),
                        Map.entry("log_disconnections", "on"),
                        Map.entry("log_lock_waits", "on"),
                        Map.entry("idle_in_transaction_session_timeout", "5min"),
                        Map.entry("statement_timeout", "30s"),
                        Map.entry("wal_level", "logical"),
                        Map.entry("server_encoding", "UTF8"),
                        Map.entry("lc_collate", "en_US.UTF-8"),
                        Map.entry("lc_ctype", "en_US.UTF-8")),
                List.of(
                        new TableFacts("public.orders", 10, 8192, true, false),
                        new TableFacts("public.users", 5, 8192, true, false)),
                3,
                0,
                0,
                Duration.ZERO,
                List.of(),
                Map.of("pg_catalog.default", "2.36"),
                1_000_000,
                List.of(),
                "owner",
                true);
    }

    public static Mark mark(long nextTransaction, long changes) {
        return new Mark(
                nextTransaction, BigInteger.TEN, 0, 0, changes, Map.of("public.orders", changes));
    }

    public static Deployment deployment(int replicas) {
        return new Deployment(
                "core-api", replicas, replicas, replicas, replicas, 1, 1, Duration.ofSeconds(30));
    }

    public static Pod pod(String name, String address) {
        return new Pod(
                name,
                "Running",
                true,
                false,
                Optional.of(address),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(4)));
    }

    public static ExternalSecret externalSecret(String name, String syncedVersion) {
        return new ExternalSecret(
                name,
                name,
                "Periodic",
                "1h0m0s",
                "Owner",
                false,
                Optional.of(syncedVersion),
                true,
                Optional.empty());
    }
}
