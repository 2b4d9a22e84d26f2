package dev.daybreak.verify;

import dev.daybreak.database.Session;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Application;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Deployments;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Proves where each pod is connected, not only that it is ready, and asks the application whether
/// it is well.
public final class Verify {
    private final Migration migration;
    private final Deployments deployments;
    private final Databases databases;
    private final Application application;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    public Verify(
            Migration migration,
            Deployments deployments,
            Databases databases,
            Application application,
            Places places,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.deployments = deployments;
        this.databases = databases;
        this.application = application;
        this.places = places;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param side where the pods must be
    /// @param since when the wait began
    public record Order(Side side, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Every pod holds a session there, and the application is well.
        record Verified(List<String> pods, int health) implements Answer {
            public Verified {
                pods = List.copyOf(pods);
            }
        }

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}

        /// It does not come right.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var pods =
                migration.kubernetes().deployments().stream()
                        .flatMap(workload -> deployments.pods(workload.selector()).stream())
                        .toList();
        var here = clients(order.side());
        var there = order.side() == Side.AURORA ? clients(Side.RDS) : Set.<String>of();
        var health = application.ask(migration.health().url());
        var missing = new ArrayList<String>();
        if (pods.isEmpty()) {
            missing.add("There is no pod.");
        }
        pods.forEach(pod -> problem(pod, order.side(), here, there).ifPresent(missing::add));
        if (health.status() != migration.health().expectedStatus()) {
            missing.add(
                    "%s answers %d instead of %d. %s"
                            .formatted(
                                    migration.health().url(),
                                    health.status(),
                                    migration.health().expectedStatus(),
                                    health.note())
                            .strip());
        }
        return missing.isEmpty()
                ? new Answer.Verified(pods.stream().map(Pod::name).toList(), health.status())
                : unfinished(missing, Duration.between(order.since(), clock.instant()));
    }

    private Answer unfinished(List<String> missing, Duration waited) {
        var limit = migration.limits().verification();
        var waitingFor = String.join(" ", missing);
        return waited.compareTo(limit) < 0
                ? new Answer.NotYet(waitingFor)
                : new Answer.Failed(
                        "%s Waited %d s (limit %d s)."
                                .formatted(waitingFor, waited.toSeconds(), limit.toSeconds()));
    }

    private static Optional<String> problem(
            Pod pod, Side side, Set<String> here, Set<String> there) {
        var address = pod.address().orElse("");
        if (there.contains(address)) {
            return Optional.of("Pod %s is connected to the wrong database.".formatted(pod.name()));
        }
        return here.contains(address)
                ? Optional.empty()
                : Optional.of("Pod %s has no session on %s.".formatted(pod.name(), side));
    }

    private Set<String> clients(Side side) {
        return databases.sessions(places.of(side), logins.daybreak()).stream()
                .map(Session::client)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
