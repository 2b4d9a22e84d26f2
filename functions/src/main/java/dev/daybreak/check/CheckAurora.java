package dev.daybreak.check;

import dev.daybreak.database.Address;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Logins;
import dev.daybreak.secret.Dsn;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Whether Aurora is well, and whether both secrets lead to it.
public final class CheckAurora {
    /// A cluster that is backed up works on meanwhile.
    private static final Set<String> WELL = Set.of("available", DatabaseInstance.BACKING_UP);

    private final Migration migration;
    private final Clusters clusters;
    private final ExternalSecrets externalSecrets;
    private final Logins logins;
    private final InstantSource clock;

    public CheckAurora(
            Migration migration,
            Clusters clusters,
            ExternalSecrets externalSecrets,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.clusters = clusters;
        this.externalSecrets = externalSecrets;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param since when the look began
    public record Order(Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what there was to see.
        record Checked(Looked looked) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}
    }

    public Answer answer(Order order) {
        var looks = new Looks();
        looks.at(Check.CLUSTER, this::cluster);
        looks.at(Check.ENDPOINT, this::endpoint);
        looks.at(Check.KUBERNETES_SECRET, this::kubernetesSecret);
        return looks.isUnsure(order.since(), clock.instant(), migration.limits().verification())
                ? new Answer.NotYet(looks.waitingFor())
                : new Answer.Checked(looks.looked());
    }

    private void cluster(Looks.Page page) {
        var cluster = cluster();
        if (!WELL.contains(cluster.status())) {
            page.unlessItPasses(
                    "Aurora cluster %s is %s.".formatted(cluster.id(), cluster.status()),
                    "Look at the cluster's events in the RDS console.");
        }
        var writers = cluster.members().stream().filter(Cluster.Member::isWriter).toList();
        if (writers.isEmpty()) {
            page.unlessItPasses(
                    "Aurora cluster %s has no writer.".formatted(cluster.id()),
                    "Look at the cluster's events in the RDS console.");
        }
        writers.stream()
                .filter(writer -> !WELL.contains(writer.status()))
                .forEach(
                        writer ->
                                page.unlessItPasses(
                                        "Writer %s is %s.".formatted(writer.id(), writer.status()),
                                        "Look at its events in the RDS console."));
        page.detail(
                "Aurora %s: cluster %s, PostgreSQL %s, %d instances."
                        .formatted(
                                cluster.id(),
                                cluster.status(),
                                cluster.version(),
                                cluster.members().size()));
    }

    private void endpoint(Looks.Page page) {
        var cluster = cluster();
        var target = logins.target();
        if (!target.host().equals(cluster.host()) || target.port() != cluster.port()) {
            page.finding(
                    "Secret %s points to %s:%d, and not to Aurora's endpoint %s:%d."
                            .formatted(
                                    migration.secret().id(),
                                    target.host(),
                                    target.port(),
                                    cluster.host(),
                                    cluster.port()),
                    "Find out who changed it before any pod starts anew: aws secretsmanager list-secret-version-ids --secret-id %s"
                            .formatted(migration.secret().id()));
        }
    }

    private void kubernetesSecret(Looks.Page page) {
        var wanted = migration.kubernetes().databaseSecret();
        var rendered = externalSecrets.rendered(wanted.name(), wanted.key());
        if (rendered.filter(one -> holds(one.value(), logins.target())).isEmpty()) {
            page.unlessItPasses(
                    "Key %s of Kubernetes Secret %s does not hold what secret %s says."
                            .formatted(wanted.key(), wanted.name(), migration.secret().id()),
                    "The next pod to start would go astray: kubectl -n %s describe externalsecrets"
                            .formatted(migration.kubernetes().namespace()));
        }
    }

    private boolean holds(String rendered, Address address) {
        var names = migration.secret().fields();
        var dsn = new Dsn(migration.kubernetes().databaseSecret().dsn());
        var wanted = new HashMap<>(Map.of(names.host(), address.host()));
        if (dsn.mentions(names.port())) {
            wanted.put(names.port(), Integer.toString(address.port()));
        }
        return dsn.holds(rendered, wanted);
    }

    private Cluster cluster() {
        var id = migration.target().cluster();
        return clusters.find(id)
                .orElseThrow(() -> new Unexpected("There is no DB cluster %s.".formatted(id)));
    }
}
