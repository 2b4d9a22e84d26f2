package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.fault.Mishap;
import dev.daybreak.rehearsal.simulation.fault.Statuses;
import dev.daybreak.runtime.Json;
import java.time.Duration;

/// What happens in the world on purpose, and how it ends by itself.
final class Mishaps {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final World world;
    private final Executor executor;
    private final People people;
    private int made;

    Mishaps(World world, Executor executor, People people) {
        this.world = world;
        this.executor = executor;
        this.people = people;
    }

    void happens(Mishap mishap) {
        switch (mishap) {
            case SECRET_CHANGED -> changeSecret("note", "changed-%d".formatted(++made));
            case SOMEBODY_WRITES -> world.sleep(false);
            case REPLICAS_RAISED -> world.cluster.scaleByHand(2);
            case OPERATOR_BROKEN -> forAWhile(world.cluster::breakOperator);
            case PODS_STUCK -> forAWhile(world.cluster::stick);
            case PODS_IMMORTAL -> forAWhile(world.cluster::immortal);
            case TRANSACTION_PREPARED -> prepare();
            case INSTANCE_BUSY -> busy();
            case NEXT_WORK_FAILS -> forAWhile(world.servers::failNext);
            case COPY_INCOMPLETE -> forAWhile(world.servers::spoilNext);
            case EXECUTION_STOPPED -> executor.stopAll();
            case STARTED_TWICE -> startAgain();
            case DECLINED -> people.willBe(People.Mood.DECLINES);
            case UNANSWERED -> people.willBe(People.Mood.SLEEPS);
            case ANSWERED_TWICE -> people.willBe(People.Mood.AGREES_TWICE);
            case PASSWORD_ROTATED -> rotate();
            case STARTED_BY_HAND -> startByHand();
            case SCHEDULE_MISSED -> world.missSchedule(Duration.ofDays(9));
        }
    }

    private void forAWhile(Toggle toggle) {
        toggle.set(true);
        world.time.after(HALF_AN_HOUR, () -> toggle.set(false));
    }

    /// Something that is so, or not.
    private interface Toggle {
        void set(boolean now);
    }

    private void changeSecret(String field, String value) {
        world.cloud
                .secrets()
                .overwrite(world.migration.secret().id(), now -> now.with(field, value));
    }

    /// It waits until somebody finds it.
    private void prepare() {
        var rds = world.servers.rds();
        if (rds.isOpenTo(world.owner())) {
            rds.prepareTransaction();
            world.time.after(HALF_AN_HOUR, rds::rollBackPrepared);
        }
    }

    private void busy() {
        var instances = world.cloud.instances();
        var id = world.migration.source().instance();
        instances
                .find(id)
                .filter(one -> one.isAvailable())
                .ifPresent(
                        one -> {
                            instances.become(Statuses.in(one, "modifying"));
                            world.time.after(
                                    Duration.ofMinutes(10),
                                    () ->
                                            instances
                                                    .find(id)
                                                    .filter(now -> now.status().equals("modifying"))
                                                    .ifPresent(_ -> instances.become(one)));
                        });
    }

    private void startAgain() {
        executor.all().stream()
                .filter(one -> !one.isOver())
                .reduce((_, last) -> last)
                .ifPresent(one -> executor.start(one.workflow, Json.MAPPER.createObjectNode()));
    }

    /// Pods read their password when they start, so whoever rotates restarts them.
    private void rotate() {
        var server = world.servers.at(world.host());
        server.filter(one -> one.isOpenTo(world.owner()))
                .ifPresent(
                        one -> {
                            var password = "pw-rotated-%d".formatted(++made);
                            one.changePassword(world.owner(), password);
                            var field = world.migration.secret().fields().password();
                            changeSecret(field, password);
                            world.cluster.refreshByHand(password);
                            world.time.after(HALF_AN_HOUR, world.cluster::rollByHand);
                        });
    }

    private void startByHand() {
        if (world.isStopped()) {
            world.cloud.life().startByHand(world.migration.source().instance());
        }
    }
}
