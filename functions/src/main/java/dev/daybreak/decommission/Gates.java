package dev.daybreak.decommission;

import dev.daybreak.database.Credentials;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Operation;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.ServerLogs;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.runtime.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What must hold before the old instance may go. Every gate that is shut is named at once.
final class Gates {
    private static final int NAMED_MAX = 5;

    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Clusters clusters;
    private final Databases databases;
    private final ServerLogs serverLogs;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    Gates(Wiring wiring) {
        this.migration = wiring.migration();
        this.journal = wiring.journal();
        this.instances = wiring.instances();
        this.clusters = wiring.clusters();
        this.databases = wiring.databases();
        this.serverLogs = wiring.daysAfter().serverLogs();
        this.places = wiring.places();
        this.logins = wiring.logins();
        this.clock = wiring.clock();
    }

    int greenDays() {
        var today = LocalDate.ofInstant(clock.instant(), migration.validation().zoneId());
        return journal.days().greenUntil(today);
    }

    /// Everything that is shut; empty where the way is free.
    List<String> problems() {
        return Stream.of(green(), otherOperation(), route(), sessions(), attempts())
                .flatMap(List::stream)
                .toList();
    }

    /// What must hold even when the instance is stopped or gone.
    List<String> lasting() {
        return Stream.of(otherOperation(), route()).flatMap(List::stream).toList();
    }

    private List<String> green() {
        int wanted = migration.decommission().greenDays();
        int green = greenDays();
        return green >= wanted
                ? List.of()
                : List.of(
                        "Only %d days in a row were validated and green; decommission.greenDays wants %d."
                                .formatted(green, wanted));
    }

    private List<String> otherOperation() {
        return journal
                .running()
                .filter(one -> one.kind() != Operation.Kind.DECOMMISSION)
                .map(Operation::refusal)
                .stream()
                .toList();
    }

    private List<String> route() {
        var id = migration.target().cluster();
        var cluster = clusters.find(id);
        if (cluster.isEmpty() || !cluster.get().isAvailable()) {
            return List.of(
                    "Aurora cluster %s is %s: the old instance may be all there is."
                            .formatted(id, cluster.map(Cluster::status).orElse("not there")));
        }
        var host = logins.target().host().replaceFirst("\\.$", "");
        return host.equalsIgnoreCase(cluster.get().host())
                ? List.of()
                : List.of(
                        "Secret %s points to %s and not to Aurora cluster %s."
                                .formatted(migration.secret().id(), host, id));
    }

    private Optional<DatabaseInstance> running() {
        return instances.find(migration.source().instance()).filter(one -> one.isAvailable());
    }

    private List<String> sessions() {
        if (running().isEmpty()) {
            return List.of();
        }
        Credentials daybreak = logins.daybreak();
        return databases.sessions(places.of(Side.RDS), daybreak).stream()
                .filter(one -> !one.user().equals(daybreak.username()))
                .limit(NAMED_MAX)
                .map(
                        one ->
                                "%s from %s (%s) is connected to instance %s."
                                        .formatted(
                                                one.user(),
                                                one.client().orElse("the server itself"),
                                                one.application(),
                                                migration.source().instance()))
                .toList();
    }

    /// Whoever still uses the old host is refused by the fence, and the server's log names them.
    /// `DatabaseConnections` would not do: it counts our own daily looks, too.
    private List<String> attempts() {
        if (running().isEmpty()) {
            return List.of();
        }
        Instant since =
                clock.instant().minus(Duration.ofDays(migration.decommission().greenDays()));
        var refused =
                serverLogs.refusals(
                        migration.source().instance(), places.of(Side.RDS).database(), since);
        var problems = new ArrayList<String>();
        if (!refused.isWhole()) {
            problems.add(
                    "The log of instance %s since %s could not be read whole: it cannot be told who still uses the old host."
                            .formatted(migration.source().instance(), since));
        }
        refused.by().stream()
                .limit(NAMED_MAX)
                .map(
                        one ->
                                "%s from %s (%s) tried to use the old host %d times since %s."
                                        .formatted(
                                                one.user(),
                                                one.client(),
                                                one.application(),
                                                one.attempts(),
                                                since))
                .forEach(problems::add);
        return problems;
    }
}
