package dev.daybreak.runtime;

import dev.daybreak.aws.AuroraClusters;
import dev.daybreak.aws.AwsClients;
import dev.daybreak.aws.AwsSecrets;
import dev.daybreak.aws.CloudFormationChanges;
import dev.daybreak.aws.CloudFormationStacks;
import dev.daybreak.aws.CloudWatchMetrics;
import dev.daybreak.aws.EksClusters;
import dev.daybreak.aws.EksTokens;
import dev.daybreak.aws.IamPermissions;
import dev.daybreak.aws.RdsInstanceLife;
import dev.daybreak.aws.RdsInstances;
import dev.daybreak.aws.RdsServerLogs;
import dev.daybreak.aws.RdsSnapshots;
import dev.daybreak.aws.SfnExecutions;
import dev.daybreak.aws.SnsAlerts;
import dev.daybreak.aws.SsmNotes;
import dev.daybreak.aws.Template;
import dev.daybreak.fault.BadInput;
import dev.daybreak.http.HttpApplication;
import dev.daybreak.http.HttpWebhooks;
import dev.daybreak.kubernetes.ApiServer;
import dev.daybreak.kubernetes.ApplicationCluster;
import dev.daybreak.kubernetes.RenewedToken;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Permissions;
import dev.daybreak.ports.PodLogs;
import dev.daybreak.ports.Scalers;
import dev.daybreak.postgres.Connector;
import dev.daybreak.postgres.PostgresComparisons;
import dev.daybreak.postgres.PostgresComparisons.Effort;
import dev.daybreak.postgres.PostgresDatabases;
import dev.daybreak.postgres.PostgresFences;
import dev.daybreak.postgres.PostgresHoldings;
import dev.daybreak.postgres.PostgresSoundings;
import dev.daybreak.postgres.PostgresStreams;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import dev.daybreak.settings.Problem;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together what runs on Lambda. Nothing here opens a connection: whatever costs time is made
/// when a step first uses it.
final class Live {
    /// One for each side: a function's CPU share is spent on waiting, and the servers have others
    /// to serve until the window opens.
    private static final int COMPARISON_WORKERS = 1;

    private final Settings settings;
    private final AwsClients clients;
    private final InstantSource clock;
    private final Migration migration;

    Live(Settings settings, AwsClients clients, InstantSource clock) {
        this.settings = settings;
        this.clients = clients;
        this.clock = clock;
        this.migration = migration(settings);
    }

    /// @param password makes a new one for Daybreak's own role
    Wiring wiring(Supplier<String> password) {
        var cluster = new Lazy<>(this::cluster);
        var secrets = new AwsSecrets(clients);
        var quick = Connector.quick(settings.tls());
        return new Wiring(
                migration,
                clock,
                password,
                new RdsInstances(clients, clock),
                new RdsSnapshots(clients),
                new AuroraClusters(clients),
                stacks(),
                secrets,
                new SnsAlerts(clients, settings.topic()),
                new HttpWebhooks(secrets::text),
                both(iam(), () -> cluster.get().permissions().missing()),
                new HttpApplication(),
                Deferred.of(Deployments.class, () -> cluster.get().deployments()),
                Deferred.of(Scalers.class, () -> cluster.get().scalers()),
                Deferred.of(ExternalSecrets.class, () -> cluster.get().externalSecrets()),
                new PostgresDatabases(quick),
                new PostgresFences(quick, clock),
                new PostgresComparisons(
                        Connector.patient(settings.tls()),
                        clock,
                        Effort.ofLambda(COMPARISON_WORKERS, migration.alerts().rowValues())),
                daysAfter(cluster));
    }

    private DaysAfter daysAfter(Lazy<ApplicationCluster> cluster) {
        return new DaysAfter(
                new SsmNotes(clients, migration.name()),
                new SfnExecutions(clients),
                new PostgresStreams(Connector.quick(settings.tls())),
                new CloudWatchMetrics(clients, migration.name()),
                new RdsServerLogs(clients),
                Deferred.of(PodLogs.class, () -> cluster.get().podLogs()),
                new PostgresSoundings(Connector.quick(settings.tls())),
                new Leaving(
                        new RdsInstanceLife(clients),
                        new CloudFormationChanges(clients),
                        new PostgresHoldings(Connector.patient(settings.tls()), clock)));
    }

    private static Migration migration(Settings settings) {
        return switch (MigrationJson.read(settings.migration())) {
            case Reading.Read(var migration) -> migration;
            case Reading.Refused(var problems) ->
                    throw new BadInput(
                            "%s holds settings that are not good: %s. Mend migration.json, then deploy it again."
                                    .formatted(
                                            Settings.MIGRATION,
                                            problems.stream()
                                                    .map(Problem::toString)
                                                    .collect(Collectors.joining("; "))));
        };
    }

    private ApplicationCluster cluster() {
        var kubernetes = migration.kubernetes();
        var endpoint = new EksClusters(clients).endpoint(kubernetes.cluster());
        var tokens = new EksTokens(clients, clock);
        return new ApplicationCluster(
                new ApiServer(
                        endpoint.url(),
                        Optional.of(endpoint.certificateAuthority()),
                        new RenewedToken(() -> tokens.token(kubernetes.cluster()), clock)),
                migration);
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
