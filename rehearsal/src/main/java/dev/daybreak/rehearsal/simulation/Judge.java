package dev.daybreak.rehearsal.simulation;

import dev.daybreak.alert.Alert;
import dev.daybreak.database.Login;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.cloud.Sns;
import dev.daybreak.rehearsal.promises.Evidence;
import dev.daybreak.rehearsal.promises.Promise;
import dev.daybreak.rehearsal.report.Visit;
import dev.daybreak.rehearsal.simulation.fault.CallFault;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.fault.Mishap;
import dev.daybreak.rehearsal.world.Departures;
import dev.daybreak.rehearsal.world.Effects;
import dev.daybreak.rehearsal.world.OtherHands;
import dev.daybreak.runtime.Lazy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Holds a life against the promises.
final class Judge {
    private static final Duration LAST_LOOK = Duration.ofSeconds(60);
    private static final Set<String> CHANGING = Set.of("migrate", "rollback", "decommission");

    private final World world;
    private final Executor executor;
    private final Life life;
    private final Lazy<Evidence> gathered = new Lazy<>(this::gather);
    private final List<FaultPlan.Planned> happened;

    /// @param happened what went wrong
    Judge(World world, Executor executor, Life life, List<FaultPlan.Planned> happened) {
        this.world = world;
        this.executor = executor;
        this.life = life;
        this.happened = List.copyOf(happened);
    }

    /// What was broken, each with its promise before it.
    List<String> broken() {
        world.breathe();
        var broken = new ArrayList<String>();
        life.stuck().forEach(words -> broken.add("P3 " + words));
        var told = count(one -> !one.isQuiet());
        var changing = count(one -> CHANGING.contains(one.workflow));
        messages(told, broken);
        var all = executor.all().stream().flatMap(one -> one.visits.all().stream()).toList();
        var ids = new HashSet<>(Set.of("P1", "P2", "P3", "P4", "P6", "P8"));
        if (happened.stream().noneMatch(one -> one.fault() == Mishap.EXECUTION_STOPPED)) {
            // Whoever stops what keeps the instance stopped was paged, and has it in hand.
            ids.add("P9");
        }
        collect(evidence(changing, all), ids, broken);
        executor.all()
                .forEach(one -> collect(evidence(told, one.visits.all()), Set.of("P7"), broken));
        return broken;
    }

    private int count(Predicate<Running> which) {
        return (int) executor.all().stream().filter(which).count();
    }

    /// One that was stopped by hand may have told by itself, too, before the rule did. Of two that
    /// ran side by side, either may be the one whose message came last. A message that is sent
    /// again after a lost answer reaches people twice.
    private void messages(int told, List<String> broken) {
        var stopped = count(Judge::isStopped) + failedAfter();
        var worst = List.<String>of();
        for (int more = 0; more <= stopped; more++) {
            for (var good : beside() ? List.of(true, false) : List.of(succeeded())) {
                for (var sent : readings()) {
                    var now = new ArrayList<String>();
                    var heard = gathered.get().about(good, told + more, sent, List.of());
                    collect(heard, Set.of("P5"), now);
                    if (now.isEmpty()) {
                        return;
                    }
                    worst = now;
                }
            }
        }
        broken.addAll(worst);
    }

    private boolean succeeded() {
        return executor.all().stream()
                .filter(one -> CHANGING.contains(one.workflow) && one.isOver())
                .max(Comparator.comparing(Running::ended))
                .filter(Judge::hasSucceeded)
                .isPresent();
    }

    private boolean beside() {
        return happened.stream().anyMatch(one -> one.fault() == Mishap.STARTED_TWICE);
    }

    private static boolean isStopped(Running one) {
        return one.execution().outcome().filter(Outcome.Aborted.class::isInstance).isPresent();
    }

    private static boolean hasSucceeded(Running one) {
        return one.execution().outcome().filter(Outcome.Succeeded.class::isInstance).isPresent();
    }

    private static void collect(Evidence evidence, Set<String> ids, List<String> broken) {
        Promise.all().stream()
                .filter(one -> ids.contains(one.id()))
                .forEach(
                        one ->
                                one.broken(evidence)
                                        .forEach(why -> broken.add(one.id() + " " + why)));
    }

    private Evidence evidence(int executions, List<Visit> visits) {
        return gathered.get().about(succeeded(), executions, sent(), visits);
    }

    private Evidence gather() {
        var home = world.home();
        return new Evidence(
                succeeded(),
                Optional.empty(),
                home,
                new Evidence.Rows(home, world.ledger.acknowledged(), world.missing()),
                world.split,
                pods(),
                world.servers.rds().isOpenTo(world.owner())
                        ? new Login.Accepted("16.15")
                        : new Login.NotAdmitted(),
                secret(home),
                0,
                List.of(),
                new Effects(world.cloud, world.migration).counted(),
                List.of(),
                world.migration.limits(),
                LAST_LOOK,
                world.cloud.written(),
                world.cloud.secrets().everHeld(world.migration.secret().fields().password()),
                new Departures(world.cloud, world.migration).departure());
    }

    /// A message that was sent by a function that failed then is sent plainly, too.
    private int failedAfter() {
        return (int) happened.stream().filter(one -> one.fault() == CallFault.FAILED_AFTER).count();
    }

    private List<List<Alert>> readings() {
        return happened.isEmpty()
                ? List.of(sent())
                : List.of(sent(), sent().stream().distinct().toList());
    }

    private List<Alert> sent() {
        return world.cloud.alerts().sent().stream().map(Sns.Sent::alert).toList();
    }

    private Evidence.Pods pods() {
        var wanted = new HashMap<String, Integer>();
        var ready = new HashMap<String, Integer>();
        for (var one : world.migration.kubernetes().deployments()) {
            wanted.put(one.name(), 2);
            ready.put(one.name(), world.cluster.ready(one.name()));
        }
        var before = world.ledger.acknowledged();
        world.breathe();
        return new Evidence.Pods(wanted, ready, world.ledger.acknowledged() > before);
    }

    private Evidence.SecretTrail secret(String home) {
        var secrets = world.cloud.secrets();
        var settings = world.migration.secret();
        var others = new OtherHands(secrets.history(settings.id()));
        var mayChange = new HashSet<>(others.changed());
        mayChange.addAll(Set.of(settings.fields().host(), settings.fields().port()));
        return new Evidence.SecretTrail(
                secrets.changedSinceTheFirst(settings.id()), mayChange, others.overwritten(), home);
    }
}
