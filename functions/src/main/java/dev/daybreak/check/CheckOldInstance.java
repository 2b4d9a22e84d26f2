package dev.daybreak.check;

import dev.daybreak.database.Side;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Wanted;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Metrics;
import dev.daybreak.ports.ServerLogs;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Whether anybody still uses the old instance, or tries to.
public final class CheckOldInstance {
    private static final String CONNECTIONS = "DatabaseConnections";
    private static final String DAYBREAK = "daybreak";

    /// Longer than all of a validation's waits together.
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(45);

    /// Within which CloudWatch surely has a value, even where it is late.
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(15);

    private final Migration migration;
    private final Journal journal;
    private final Instances instances;
    private final Databases databases;
    private final Metrics metrics;
    private final ServerLogs serverLogs;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;

    public CheckOldInstance(
            Migration migration,
            Journal journal,
            Instances instances,
            Databases databases,
            Metrics metrics,
            ServerLogs serverLogs,
            Places places,
            Logins logins,
            InstantSource clock) {
        this.migration = migration;
        this.journal = journal;
        this.instances = instances;
        this.databases = databases;
        this.metrics = metrics;
        this.serverLogs = serverLogs;
        this.places = places;
        this.logins = logins;
        this.clock = clock;
    }

    /// @param cutover when the way back was noted
    /// @param since when the look began
    public record Order(Instant cutover, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what there was to see.
        record Checked(Looked looked) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}
    }

    public Answer answer(Order order) {
        var looks = new Looks();
        looks.at(Check.CONNECTIONS, page -> connections(page, order));
        looks.at(Check.STRAGGLERS, page -> stragglers(page, order));
        return looks.isUnsure(order.since(), clock.instant(), migration.limits().verification())
                ? new Answer.NotYet(looks.waitingFor())
                : new Answer.Checked(looks.looked());
    }

    private void connections(Looks.Page page, Order order) {
        var instance = instance();
        var isStopRequested =
                journal.wanted().filter(one -> one.state() == Wanted.State.STOPPED).isPresent();
        if (!isUp(instance)) {
            var status = "RDS instance %s is %s.".formatted(instance.id(), instance.status());
            if (isStopRequested) {
                page.detail(status);
            } else {
                page.unlessItPasses(
                        status,
                        "It is the way back, and is to run: aws rds start-db-instance --db-instance-identifier "
                                + instance.id());
            }
            return;
        }
        foreign(page);
        counted(page, order, isStopRequested);
    }

    /// Whoever is there at this moment.
    private void foreign(Looks.Page page) {
        var there =
                databases.sessions(places.of(Side.RDS), logins.daybreak()).stream()
                        .filter(one -> !one.application().equals(DAYBREAK))
                        .map(Visitors::who)
                        .distinct()
                        .toList();
        if (!there.isEmpty()) {
            page.unlessItPasses(
                    "Somebody is connected to RDS: %s.".formatted(Visitors.some(there)),
                    "Find who it is and give them Aurora's address.");
        }
    }

    /// CloudWatch counts Daybreak's own connections too, so the times of its looks are left out.
    private void counted(Looks.Page page, Order order, boolean mayBeSilent) {
        var day = LastDay.until(clock.instant(), order.cutover(), migration.limits());
        var gaps = journal.ownLooks().gaps(day.from(), day.to(), LONGEST_LOOK, SHORTEST_GAP);
        if (gaps.isEmpty()) {
            page.detail("The cutover is too young to count connections to RDS.");
            return;
        }
        var maximum =
                gaps.stream()
                        .map(gap -> metrics.maximum(id(), CONNECTIONS, gap.from(), gap.to()))
                        .flatMap(Optional::stream)
                        .max(Double::compare);
        if (maximum.isEmpty() && !mayBeSilent) {
            page.finding(
                    "CloudWatch has no data of RDS instance %s about %s: no data is not zero."
                            .formatted(id(), CONNECTIONS),
                    "Look whether the instance is well, in the RDS console under Monitoring.");
        }
        maximum.filter(most -> most > 0)
                .ifPresent(
                        most ->
                                page.finding(
                                        "Up to %.0f connections to RDS instance %s were open at once within the last day, besides Daybreak's own."
                                                .formatted(most, id()),
                                        "Find who it is (check STRAGGLERS may name them) and give them Aurora's address."));
    }

    private void stragglers(Looks.Page page, Order order) {
        if (!isUp(instance())) {
            return;
        }
        var day = LastDay.until(clock.instant(), order.cutover(), migration.limits());
        var refusals = serverLogs.refusals(id(), places.of(Side.RDS).database(), day.from());
        if (!refusals.by().isEmpty()) {
            page.finding(
                    "Somebody still tries to get into RDS and is refused: %s."
                            .formatted(
                                    Visitors.some(
                                            refusals.by().stream().map(Visitors::who).toList())),
                    "Give them Aurora's address: what they do is not done.");
        }
        if (!refusals.isWhole()) {
            page.detail("Only the newest part of RDS's log was read: it is very long.");
        }
    }

    private DatabaseInstance instance() {
        return instances
                .find(id())
                .orElseThrow(() -> new Unexpected("There is no DB instance %s.".formatted(id())));
    }

    private static boolean isUp(DatabaseInstance instance) {
        return instance.isAvailable() || instance.isBackingUp();
    }

    private String id() {
        return migration.source().instance();
    }
}
