package dev.daybreak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.fakes.Examples;
import dev.daybreak.migration.Limits;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Approval;
import dev.daybreak.migration.Migration.Health;
import dev.daybreak.migration.Migration.Kubernetes;
import dev.daybreak.migration.Migration.OnLateWrites;
import dev.daybreak.migration.Migration.Secret;
import dev.daybreak.migration.Migration.Source;
import dev.daybreak.migration.Migration.Target;
import dev.daybreak.migration.Migration.Way;
import dev.daybreak.migration.Polls;
import dev.daybreak.migration.Recipients;
import dev.daybreak.settings.MigrationJson.Reading;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationJsonTest {
    @Test
    void readsTheShippedExampleAndFillsInEveryDefault() {
        var secret = "mosaic/prod/rds/credentials";
        var dsn =
                "postgresql+psycopg://{username}:{password}@{host}:{port}/{dbname}?sslmode=require";

        assertThat(MigrationJson.read(Documents.EXAMPLE))
                .isEqualTo(
                        new Reading.Read(
                                new Migration(
                                        "mosaic-prod",
                                        "us-east-1",
                                        Way.SNAPSHOT,
                                        new Source("mosaic-prod-db", secret, true),
                                        new Target(
                                                "mosaic-prod-aurora",
                                                "db.t4g.medium",
                                                List.of("pg_trgm"),
                                                true,
                                                Optional.empty()),
                                        new Secret(
                                                secret,
                                                new Secret.Fields(
                                                        "username",
                                                        "password",
                                                        "host",
                                                        "port",
                                                        "dbname"),
                                                "daybreak/mosaic-prod/database"),
                                        new Kubernetes(
                                                "mosaic-prod",
                                                "mosaic-prod",
                                                List.of(
                                                        new Kubernetes.Workload(
                                                                "core-api", "app=core-api")),
                                                new Kubernetes.DatabaseSecret(
                                                        "database-credentials", "DB_URL", dsn),
                                                "",
                                                new Kubernetes.Access(
                                                        Kubernetes.Access.Entry.ACCESS_ENTRY,
                                                        List.of("database-credentials"),
                                                        List.of())),
                                        new Health(
                                                URI.create("https://api.mosaiclife.me/health"),
                                                200),
                                        Examples.NETWORK,
                                        new Recipients(
                                                List.of("oncall@example.com"),
                                                Optional.empty(),
                                                false),
                                        Approval.REQUIRED,
                                        OnLateWrites.RESNAPSHOT,
                                        Migration.Rollback.LOSSLESS,
                                        Examples.VALIDATION,
                                        Examples.KEEP_STOPPED,
                                        Examples.DECOMMISSION,
                                        Limits.DEFAULT,
                                        Polls.DEFAULT)));
    }

    @Test
    void tellsEveryProblemAtOnce() {
        var document =
                Documents.exampleWith(
                        "- /region",
                        "/source/instance = \"Mosaic\"",
                        "/target/clutser = \"x\"",
                        "/secret/own = \"mosaic/prod/rds/credentials\"",
                        "/kubernetes/deployments/0/name = \"core_api\"",
                        "/kubernetes/databaseSecret/dsn = \"x://app:hunter2@{host}:{port}/{dbname}\"",
                        "- /health",
                        "/onLateWrites = \"retrun\"",
                        "/limits/fence = \"1h\"",
                        "/limits/podsGone = \"1h\"",
                        "/sourec = {}");

        assertThat(problems(document))
                .isEqualTo(
                        """
                        region: found nothing; allowed: an AWS region such as us-east-1
                        source.instance: found "Mosaic"; allowed: a DB instance identifier: 1 to 63 \
                        lower-case letters, digits and single hyphens, a letter first
                        target.clutser: found an unknown field; allowed: cluster, instanceClass, \
                        requiredExtensions, deletionProtection, kmsKey (did you mean cluster?)
                        kubernetes.deployments[0].name: found "core_api"; allowed: a Kubernetes name: \
                        1 to 253 lower-case letters, digits, hyphens and dots, a letter or digit \
                        first and last
                        health: found nothing; allowed: an object
                        onLateWrites: found "retrun"; allowed: resnapshot, return (did you mean \
                        return?)
                        limits.fence: found "1h"; allowed: a whole number of seconds, minutes, hours \
                        or days such as 90s, 15m, 2h or 7d, from 5s to 4m
                        sourec: found an unknown field; allowed: $schema, name, region, way, source, \
                        target, secret, kubernetes, health, network, alerts, approval, onLateWrites, \
                        rollback, validation, keepStopped, decommission, limits, polls (did you mean source?)
                        secret.own: found "mosaic/prod/rds/credentials"; allowed: a secret of \
                        Daybreak's own, neither secret.id nor source.ownerSecret
                        kubernetes.databaseSecret.dsn: found a text without {username} and \
                        {password}; allowed: a connection string with each of {username} {password} \
                        {host} {port} {dbname} in it
                        limits.podsGone: found 1h, looked at every 2s: 1800 rounds; allowed: 1 to \
                        1000 rounds of polls.quick (longer polls, or a shorter limit)\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    target.cluster | /target/cluster = "mosaic-prod-db"
                    target.cluster | /source/instance = "mosaic-prod-aurora-writer"
                    secret.id | /secret/id = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-AbCdEf"
                    source.ownerSecret | /source/ownerSecret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-AbCdEf"
                    secret.own | /source/ownerSecret = "daybreak/mosaic-prod/database"
                    secret.own | /source/ownerSecret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:daybreak/mosaic-prod/database-AbCdEf"
                    secret.fields | /secret/fields/host = "dbname"
                    kubernetes.databaseSecret.dsn | /secret/fields/host = "hostname"
                    kubernetes.deployments[1].name | /kubernetes/deployments = [{"name": "a", "selector": "a=a"}, {"name": "a", "selector": "b=b"}]
                    kubernetes.deployments[1].selector | /kubernetes/deployments = [{"name": "a", "selector": "a=a"}, {"name": "b", "selector": "a=a"}]
                    alerts | /alerts = {}
                    limits.aurora | /limits/aurora = "13h"
                    limits.snapshot | /polls/slow = "5s"
                    limits | /limits/snapshot = "4h"
                    limits | /polls/quick = "1s"
                    limits.verification | /polls = {"quick": "30s", "slow": "30s"}
                    polls.quick | /polls = {"quick": "46s"}
                    """)
    void refusesFieldsThatContradictEachOther(String place, String change) {
        var document = Documents.exampleWith(change);
        if (place.equals("limits.verification")) {
            Documents.set(document, "/limits/verification", Documents.tree("\"10s\""));
        }

        assertThat(MigrationJson.read(document.toString()))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Problem::place)
                                        .contains(place));
    }

    @Test
    void refusesWaitsThatTogetherFillTheHistory() {
        var document =
                Documents.exampleWith("/polls/slow = \"30s\"", "/limits/podsReady = \"30m\"");

        assertThat(problems(document))
                .isEqualTo(
                        """
                        limits: found 4448 rounds in one execution and its return, if every wait \
                        lasts to its end; allowed: 2600 rounds in all, or the execution's history \
                        is full (longer polls, or shorter limits)\
                        """);
    }

    @Test
    void readsTheLimitOfARepair() {
        var document = Documents.exampleWith("/limits/repair = \"3d\"");

        assertThat(MigrationJson.read(document.toString()))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read ->
                                assertThat(read.migration().limits().repair())
                                        .isEqualTo(Duration.ofDays(3)));
    }

    @Test
    void aRuleIsSilentAboutAFieldThatIsRefusedAnyway() {
        var document = Documents.exampleWith("/target/cluster = \"mosaic-prod-db\"", "- /source");

        assertThat(problems(document)).isEqualTo("source: found nothing; allowed: an object");
    }

    @Test
    void neverShowsATextThatMayHoldAPassword() {
        var document =
                Documents.exampleWith(
                        "/health/url = \"https://me:hunter2@example.com\"",
                        "/kubernetes/databaseSecret/dsn = \"postgresql://me:hunter2@db/app\"");

        assertThat(problems(document)).contains("health.url", "dsn").doesNotContain("hunter2");
    }

    @Test
    void clipsWhatIsLong() {
        var document = Documents.exampleWith("/name = \"%s\"".formatted("X".repeat(10_000)));

        assertThat(problems(document)).startsWith("name: found \"%s…\";".formatted("X".repeat(60)));
    }

    private static String problems(JsonNode document) {
        return MigrationJson.read(document.toString()) instanceof Reading.Refused(var problems)
                ? problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))
                : "none";
    }
}
