package dev.daybreak.runtime;

import dev.daybreak.aws.EksClusters;
import dev.daybreak.aws.EksTokens;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Fences;
import dev.daybreak.ports.Permissions;
import dev.daybreak.ports.Scalers;
import java.time.InstantSource;

/// Where the parts that are not AWS are plugged into the live wiring.
interface Plugs {
    /// Reads the text of `migration.json`.
    Migration migration(String json);

    Kubernetes kubernetes(Migration.Kubernetes settings, EksAccess access);

    Postgres postgres(String tls, InstantSource clock);

    /// What it takes to be let in to the application's cluster.
    record EksAccess(EksClusters clusters, EksTokens tokens, InstantSource clock) {}

    /// The ports that Kubernetes answers; made when the first of them is used.
    record Kubernetes(
            Deployments deployments,
            Scalers scalers,
            ExternalSecrets externalSecrets,
            Permissions permissions) {}

    /// The ports that PostgreSQL answers.
    record Postgres(Databases databases, Fences fences, Comparisons comparisons) {}

    /// Nothing is plugged in.
    Plugs NONE =
            new Plugs() {
                @Override
                public Migration migration(String json) {
                    throw missing("reader of migration.json");
                }

                @Override
                public Kubernetes kubernetes(Migration.Kubernetes settings, EksAccess access) {
                    throw missing("Kubernetes");
                }

                @Override
                public Postgres postgres(String tls, InstantSource clock) {
                    throw missing("PostgreSQL");
                }

                private Unexpected missing(String part) {
                    return new Unexpected("No %s is plugged into this build.".formatted(part));
                }
            };
}
