package dev.daybreak.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.aws.ExampleMigration;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.BadInput;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.migration.Migration;
import dev.daybreak.snapshot.AwaitSnapshotHandler;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTest {
    private static final Settings SETTINGS =
            new Settings(
                    "the json",
                    "us-east-1",
                    "arn:topic",
                    URI.create("https://bucket.s3.amazonaws.com/aurora.json"),
                    List.of("Cluster"),
                    "require",
                    Optional.empty(),
                    Map.of());

    private static final Address RDS = new Address("rds", 5432, "app");
    private static final Credentials LOGIN = new Credentials("app", "x");

    /// Whatever connects would fail here.
    private static final Plugs UNREACHABLE =
            new Plugs() {
                @Override
                public Migration migration(String json) {
                    assertThat(json).isEqualTo("the json");
                    return ExampleMigration.MIGRATION;
                }

                @Override
                public Kubernetes kubernetes(Migration.Kubernetes settings, EksAccess access) {
                    throw new Unavailable("no cluster " + settings.cluster());
                }

                @Override
                public Postgres postgres(String tls, InstantSource clock) {
                    throw new Unavailable("no database with " + tls);
                }
            };

    @Test
    void opensNothingUntilAStepUsesIt() {
        var wiring =
                new Live(SETTINGS, UNREACHABLE, InstantSource.system()).wiring(() -> "password");
        assertThat(wiring.migration()).isEqualTo(ExampleMigration.MIGRATION);
        assertThatThrownBy(() -> wiring.deployments().find("core-api"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("no cluster eks");
        assertThatThrownBy(() -> wiring.externalSecrets().reading("mosaic/prod"))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> wiring.databases().login(RDS, LOGIN))
                .isInstanceOf(Unavailable.class)
                .hasMessage("no database with require");
    }

    @Test
    void aHandlerOutsideOfLambdaSaysWhatItsEnvironmentLacks() {
        assertThatThrownBy(AwaitSnapshotHandler::new)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("DAYBREAK_MIGRATION is missing")
                .hasMessageContaining("DAYBREAK_TLS is missing");
        assertThatThrownBy(AwaitSnapshotHandler::new).isInstanceOf(BadInput.class);
    }
}
