package dev.daybreak.runtime;

import dev.daybreak.aws.AwsClients;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Alerts;
import dev.daybreak.ports.Application;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Fences;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Permissions;
import dev.daybreak.ports.Scalers;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.ports.Stacks;
import dev.daybreak.ports.Webhooks;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;

/// Everything a step may be given: the only place where it is put together.
///
/// @param password makes a new password for Daybreak's own role
public record Wiring(
        Migration migration,
        InstantSource clock,
        Supplier<String> password,
        Instances instances,
        Snapshots snapshots,
        Clusters clusters,
        Stacks stacks,
        Secrets secrets,
        Alerts alerts,
        Webhooks webhooks,
        Permissions permissions,
        Application application,
        Deployments deployments,
        Scalers scalers,
        ExternalSecrets externalSecrets,
        Databases databases,
        Fences fences,
        Comparisons comparisons,
        DaysAfter daysAfter) {
    private static final int PASSWORD_BYTES = 32;

    private static final Lazy<Wiring> LIVE =
            new Lazy<>(() -> live(Settings.from(System.getenv()), InstantSource.system()));

    /// What a handler on Lambda works with; made once for each process, from its environment.
    public static Wiring live() {
        return LIVE.get();
    }

    private static Wiring live(Settings settings, InstantSource clock) {
        return new Live(settings, AwsClients.of(settings.region()), clock)
                .wiring(Wiring::newPassword);
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Where the two databases answer.
    public Places places() {
        return new Places(migration, instances, clusters, secrets);
    }

    /// What earlier executions noted down.
    public Journal journal() {
        return new Journal(daysAfter.notes(), daysAfter.executions());
    }

    /// Who may log in there.
    public Logins logins() {
        return new Logins(migration, secrets);
    }
}
