package dev.daybreak.rehearsal.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.runtime.Json;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One migration from its first try to the end of its days: what people start, what schedules
/// start, and what is done after each ending. Faults happen once or pass; then everything must come
/// to its end.
final class Life {
    /// After so many tries without a fault left, something is wrong.
    private static final int TRIES = 4;

    /// Nobody starts again while a service is down.
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final World world;
    private final Executor executor;
    private final Scenario scenario;
    private final ByHand byHand;
    private final List<String> stuck = new ArrayList<>();

    /// Whoever was paged knows, until all is well again.
    private boolean paged;

    private Optional<Running> leaving = Optional.empty();
    private Optional<Outcome> last = Optional.empty();

    Life(World world, Executor executor, Scenario scenario) {
        this.world = world;
        this.executor = executor;
        this.scenario = scenario;
        this.byHand = new ByHand(world);
    }

    /// What did not come to its end, or ended where nobody could know.
    List<String> stuck() {
        return stuck;
    }

    /// How the last execution ended that changes things.
    Optional<Outcome> last() {
        return last;
    }

    void live() {
        world.cloud.life().listen(new Events(world, executor)::heard);
        byHand.pass(Duration.ofMinutes(5));
        world.sleep(scenario.sleeps());
        var moved = moved();
        world.sleep(false);
        if (!moved) {
            return;
        }
        world.endStrays();
        for (int day = 1; day <= scenario.days() && !isGone(); day++) {
            dawn();
            if (scenario.stops()) {
                byHand.stopInstance();
            }
            if (scenario.goesBackOn(day)) {
                goBack();
                return;
            }
            executor.await(executor.start("validate", nothing()));
            if (scenario.leaves() && !isGone()) {
                leave(day);
            }
        }
        leaving.ifPresent(one -> last = Optional.of(executor.await(one)));
        awaitAll();
        if (scenario.leaves() && !isGone()) {
            stuck.add("The old instance is still there after %d days.".formatted(scenario.days()));
        }
    }

    private boolean isGone() {
        return world.status().isEmpty();
    }

    /// Whether the application is on Aurora at the end.
    private boolean moved() {
        for (int tries = 1; tries <= TRIES; tries++) {
            var one = executor.start("migrate", nothing());
            var outcome = executor.await(one);
            last = Optional.of(outcome);
            awaitAll();
            unattended("migrate");
            if (outcome instanceof Outcome.Succeeded) {
                return true;
            }
            byHand.settle(one);
            paged = false;
            byHand.pass(PATIENCE);
            if (!world.home().equals("rds")) {
                return false;
            }
            byHand.removeAurora();
        }
        stuck.add("The migration did not succeed in %d tries.".formatted(TRIES));
        return false;
    }

    private void goBack() {
        for (int tries = 1; tries <= TRIES; tries++) {
            var outcome = executor.await(executor.start("rollback", nothing()));
            last = Optional.of(outcome);
            awaitAll();
            unattended("rollback");
            if (outcome instanceof Outcome.Succeeded) {
                return;
            }
            new Mending(world).all();
            byHand.pass(Duration.ofHours(1));
        }
        stuck.add("The rollback did not succeed in %d tries.".formatted(TRIES));
    }

    /// Whoever is not paged finds the application well.
    private void unattended(String workflow) {
        world.breathe();
        var told = world.cloud.alerts().sent();
        paged |= !told.isEmpty() && told.getLast().alert().level() == Alert.Level.PAGE;
        if (!paged && !world.cluster.isWell()) {
            stuck.add(
                    "The application was not well when %s ended, and nobody was paged."
                            .formatted(workflow));
        }
        if (!paged && world.cluster.isPaused()) {
            stuck.add("An autoscaler was paused when %s ended.".formatted(workflow));
        }
    }

    /// Schedules fire at the same time every day, whatever took how long the day before.
    private void dawn() {
        byHand.pass(Duration.ofHours(6));
        leaveAgain();
        recordConnections();
        var time = LocalTime.of(22, 0);
        var next = world.time.instant().atZone(ZoneOffset.UTC).with(time);
        var due = next.toInstant().isAfter(world.time.instant()) ? next : next.plusDays(1);
        byHand.pass(Duration.between(world.time.instant(), due.toInstant()));
        recordConnections();
        world.cloud.life().startOverdue();
    }

    private void recordConnections() {
        if (world.status().equals("available")) {
            var id = world.migration.source().instance();
            var now = world.time.instant();
            world.cloud
                    .metrics()
                    .record(id, "DatabaseConnections", now.minus(Duration.ofHours(1)), 0);
        }
    }

    /// A decommission that stopped is started again before the day is validated, as its message
    /// says.
    private void leaveAgain() {
        if (leaving.filter(Running::isOver).isPresent() && !isGone()) {
            new Mending(world).all();
            if (leaving.get().how().equals("Refused")) {
                new Mending(world).removeLastSnapshot();
            }
            leaving = Optional.of(executor.start("decommission", nothing()));
        }
    }

    private void leave(int day) {
        if (leaving.filter(one -> !one.isOver()).isPresent()) {
            if (!world.isScheduleSilent()) {
                var schedule = nothing().put("schedule", "keep-stopped");
                executor.await(executor.start("keep-stopped", schedule));
            }
        } else if (leaving.isEmpty() && day >= world.migration.decommission().greenDays()) {
            leaving = Optional.of(executor.start("decommission", nothing()));
        }
        executor.tellOfStopped();
    }

    /// What was started beside comes to its end, too.
    private void awaitAll() {
        for (var one : List.copyOf(executor.all())) {
            if (!one.workflow.equals("decommission")) {
                executor.await(one);
            }
        }
    }

    private static ObjectNode nothing() {
        return Json.MAPPER.createObjectNode();
    }
}
