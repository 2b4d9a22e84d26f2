package dev.daybreak.check;

import dev.daybreak.database.Session;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Application;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.Instances;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import dev.daybreak.workload.Pod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether every pod works on Aurora, and the application says that it is well.
public final class CheckApplication {
    private final Migration migration;
    private final Instances instances;
    private final Deployments deployments;
    private final Databases databases;
    private final Application application;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    public CheckApplication(
            Migration migration,
            Instances instances,
            Deployments deployments,
            Databases databases,
            Application application,
            Places places,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.instances = instances;
        this.deployments = deployments;
        this.databases = databases;
        this.application = application;
        this.places = places;
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
        looks.at(Check.PODS, this::pods);
        looks.at(Check.HEALTH, this::health);
        return looks.isUnsure(order.since(), clock.instant(), migration.limits().verification())
                ? new Answer.NotYet(looks.waitingFor())
                : new Answer.Checked(looks.looked());
    }

    private void pods(Looks.Page page) {
        var pods =
                migration.kubernetes().deployments().stream()
                        .flatMap(workload -> deployments.pods(workload.selector()).stream())
                        .filter(pod -> !pod.terminating())
                        .toList();
        if (pods.isEmpty()) {
            page.unlessItPasses("The application has no pod.", look());
        }
        var onAurora = clients(Side.AURORA);
        var onRds = isRdsUp() ? clients(Side.RDS) : Set.<String>of();
        for (Pod pod : pods) {
            var address = pod.address().orElse("");
            if (onRds.contains(address)) {
                page.unlessItPasses(
                        "Pod %s is connected to RDS.".formatted(pod.name()),
                        "Delete it, and it starts anew with Aurora's address: kubectl -n %s delete pod %s"
                                .formatted(migration.kubernetes().namespace(), pod.name()));
            } else if (!onAurora.contains(address)) {
                page.unlessItPasses(
                        "Pod %s has no session on Aurora%s."
                                .formatted(
                                        pod.name(),
                                        pod.trouble().map(" (%s)"::formatted).orElse("")),
                        look());
            }
        }
    }

    private void health(Looks.Page page) {
        var health = migration.health();
        var answer = application.ask(health.url());
        if (answer.status() != health.expectedStatus()) {
            page.unlessItPasses(
                    "%s answers %d instead of %d. %s"
                            .formatted(
                                    health.url(),
                                    answer.status(),
                                    health.expectedStatus(),
                                    answer.note())
                            .strip(),
                    look());
        }
    }

    private String look() {
        return "Look at the pods: kubectl -n %s get pods"
                .formatted(migration.kubernetes().namespace());
    }

    /// Nobody is connected to an instance that is stopped.
    private boolean isRdsUp() {
        return instances
                .find(migration.source().instance())
                .filter(one -> one.isAvailable() || one.isBackingUp())
                .isPresent();
    }

    private Set<String> clients(Side side) {
        return databases.sessions(places.of(side), logins.daybreak()).stream()
                .map(Session::client)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
