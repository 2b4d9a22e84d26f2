package dev.daybreak.preflight;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Session;
import dev.daybreak.database.TableFacts;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a [World] is made of.
final class Healthy {
    private Healthy() {}

    static DatabaseInstance instance() {
        return new DatabaseInstance(
                "mosaic-prod-db",
                "arn:aws:rds:us-east-1:123456789012:db:mosaic-prod-db",
                "available",
                "postgres",
                "16.9",
                "127.0.0.2",
                20_432,
                100,
                true,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-22T02:55:00Z")));
    }

    static Facts facts() {
        return new Facts(
                "16.9",
                Map.of("plpgsql", "1.0", "pg_trgm", "1.6"),
                Map.of(),
                Map.of("default_transaction_read_only", "off", "wal_level", "logical"),
                List.of(new TableFacts("public.song", 1000, 65_536, true, false)),
                1,
                0,
                0,
                Duration.ofSeconds(3),
                List.of(),
                Map.of(),
                10_000_000,
                List.of(),
                "mosaic",
                true);
    }

    static ExternalSecret externalSecret() {
        return new ExternalSecret(
                "database",
                "database-credentials",
                "Periodic",
                "1h0m0s",
                "Owner",
                false,
                Optional.of("1-abc"),
                true,
                Optional.empty());
    }

    static Session session(String user, Optional<String> client) {
        return new Session(1, user, "", client, Optional.empty());
    }

    static Pod pod(String name, String address) {
        return new Pod(
                name,
                "Running",
                true,
                false,
                Optional.of(address),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(2)));
    }
}
