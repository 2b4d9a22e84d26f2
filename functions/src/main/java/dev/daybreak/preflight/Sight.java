package dev.daybreak.preflight;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Session;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Application;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Pod;
import dev.daybreak.workload.RenderedSecret;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Optional;

/// Everything that the checks look at, gathered once.
///
/// @param auroraVersions that can be created now
/// @param ownSecretThere whether Daybreak's own secret exists already
record Sight(
        Migration migration,
        Seen<DatabaseInstance> instance,
        Seen<Optional<Long>> freeBytes,
        Seen<List<String>> auroraVersions,
        Seen<SecretFacts> secretFacts,
        Seen<SecretFields> secret,
        Seen<Login> applicationLogin,
        Seen<Login> ownerLogin,
        Seen<Boolean> ownSecretThere,
        Seen<Login> ownLogin,
        Seen<Facts> facts,
        Seen<List<Session>> sessions,
        Seen<List<Workload>> workloads,
        Seen<List<ExternalSecret>> externalSecrets,
        Seen<Optional<RenderedSecret>> rendered,
        Seen<List<String>> missingPermissions,
        Seen<Application.Answer> health,
        Taken taken) {

    /// A Deployment of the settings with its pods and whatever scales it.
    record Workload(
            String name, Optional<Deployment> found, List<Pod> pods, List<Scaler> scalers) {}

    /// What exists already under the names that the migration will use, with its status.
    record Taken(
            Seen<Optional<String>> cluster,
            Seen<Optional<String>> writer,
            Seen<Optional<String>> stack,
            Seen<List<String>> snapshots) {}
}
