package dev.daybreak.runtime;

import dev.daybreak.aws.AuroraClusters;
import dev.daybreak.aws.AwsClients;
import dev.daybreak.aws.AwsSecrets;
import dev.daybreak.aws.CloudFormationStacks;
import dev.daybreak.aws.EksClusters;
import dev.daybreak.aws.EksTokens;
import dev.daybreak.aws.IamPermissions;
import dev.daybreak.aws.RdsInstances;
import dev.daybreak.aws.RdsSnapshots;
import dev.daybreak.aws.SnsAlerts;
import dev.daybreak.aws.Template;
import dev.daybreak.http.HttpApplication;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Fences;
import dev.daybreak.ports.Permissions;
import dev.daybreak.ports.Scalers;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Puts together what runs on Lambda. Nothing here opens a connection: whatever costs time is made
/// when a step first uses it.
final class Live {
    private final Settings settings;
    private final Plugs plugs;
    private final InstantSource clock;
    private final Migration migration;
    private final AwsClients clients;

    Live(Settings settings, Plugs plugs, InstantSource clock) {
        this.settings = settings;
        this.plugs = plugs;
        this.clock = clock;
        this.migration = plugs.migration(settings.migration());
        this.clients = AwsClients.of(settings.region());
    }

    /// @param password makes a new one for Daybreak's own role
    Wiring wiring(Supplier<String> password) {
        var kubernetes = new Lazy<>(this::kubernetes);
        var postgres = new Lazy<>(() -> plugs.postgres(settings.tls(), clock));
        return new Wiring(
                migration,
                clock,
                password,
                new RdsInstances(clients, clock),
                new RdsSnapshots(clients),
                new AuroraClusters(clients),
                stacks(),
                new AwsSecrets(clients),
                new SnsAlerts(clients, settings.topic()),
                both(iam(), () -> kubernetes.get().permissions().missing()),
                new HttpApplication(),
                Deferred.of(Deployments.class, () -> kubernetes.get().deployments()),
                Deferred.of(Scalers.class, () -> kubernetes.get().scalers()),
                Deferred.of(ExternalSecrets.class, () -> kubernetes.get().externalSecrets()),
                Deferred.of(Databases.class, () -> postgres.get().databases()),
                Deferred.of(Fences.class, () -> postgres.get().fences()),
                Deferred.of(Comparisons.class, () -> postgres.get().comparisons()));
    }

    private Plugs.Kubernetes kubernetes() {
        return plugs.kubernetes(
                migration.kubernetes(),
                new Plugs.EksAccess(
                        new EksClusters(clients), new EksTokens(clients, clock), clock));
    }

    private CloudFormationStacks stacks() {
        return new CloudFormationStacks(
                clients,
                new Template(new Template.Source.Url(settings.template()), settings.kept()),
                settings.cloudFormationRole());
    }

    private Permissions iam() {
        return new IamPermissions(
                clients,
                new AwsSecrets(clients),
                migration,
                new IamPermissions.Deployed(
                        settings.topic(), settings.cloudFormationRole(), settings.roles()));
    }

    private static Permissions both(Permissions one, Permissions other) {
        return () -> Stream.concat(one.missing().stream(), other.missing().stream()).toList();
    }
}
