package dev.daybreak.rehearsal.simulation;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.rehearsal.simulation.database.ModelServer;
import dev.daybreak.secret.Labels;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// What `docs/what-if.md` tells people to do where the workflow cannot: each step as it is written
/// there.
final class ByHand {
    /// Longer than any function may be at work.
    private static final Duration FUNCTIONS_END = Duration.ofMinutes(16);

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final int LOOKS_MAX = 600;
    private static final int TRIES_MAX = 40;

    private final World world;

    ByHand(World world) {
        this.world = world;
    }

    /// A migration ended in the middle.
    void settle(Running ended) {
        new Mending(world).all();
        pass(FUNCTIONS_END);
        if (ended.entered("OpenForWrites") && mustStay()) {
            stay();
        } else if (!world.home().equals("rds")
                || !world.cluster.isWell()
                || !world.servers.rds().isOpenTo(world.owner())) {
            goBack();
        }
    }

    /// Step 0, where the history has `OpenForWrites`: Aurora has rows that RDS lacks, or the
    /// application is there and it is open.
    private boolean mustStay() {
        var rds = world.servers.rds().writes();
        return world.servers
                .aurora()
                .filter(one -> !rds.containsAll(one.writes()) || isInUse(one))
                .isPresent();
    }

    private boolean isInUse(ModelServer aurora) {
        return world.home().equals("aurora") && aurora.isOpenTo(world.owner());
    }

    private void stay() {
        world.servers.aurora().ifPresent(ModelServer::openByHand);
        start(world.host());
    }

    private void goBack() {
        world.cluster.pauseByHand(true);
        world.cluster.scaleByHand(0);
        until(world.cluster::isEmpty);
        putSecretBack();
        world.servers.rds().openByHand();
        start(World.RDS_HOST);
    }

    private void putSecretBack() {
        var secrets = world.cloud.secrets();
        var id = world.migration.secret().id();
        var labels = new Labels(world.migration.name());
        var current = secrets.current(id);
        if (world.home().equals("rds")) {
            return;
        }
        var before = secrets.labelled(id, labels.before());
        if (current.labels().contains(labels.after()) && before.isPresent()) {
            secrets.makeCurrent(id, before.get().id(), current.id());
        } else {
            var host = world.migration.secret().fields().host();
            secrets.overwrite(id, now -> now.with(host, World.RDS_HOST));
        }
    }

    private void start(String host) {
        world.cluster.refreshByHand(world.time.instant().toString());
        until(() -> world.cluster.renders(host));
        world.cluster.scaleByHand(2);
        world.cluster.pauseByHand(false);
        until(world.cluster::isWell);
    }

    void stopInstance() {
        world.cloud.life().stopByHand(world.migration.source().instance());
        until(world::isStopped);
    }

    /// Deletion protection off, writer, cluster, then the stack; what is not allowed yet is tried
    /// again later.
    void removeAurora() {
        for (int tries = 0; isAnythingLeft() && tries < TRIES_MAX; tries++) {
            try {
                removeOnce();
            } catch (Unavailable notYet) {
                pass(Duration.ofMinutes(10));
            }
        }
    }

    private boolean isAnythingLeft() {
        var name = world.migration.target().cluster();
        return world.cloud.clusters().find(name).isPresent()
                || world.cloud.stacks().find(name).isPresent();
    }

    private void removeOnce() {
        var cloud = world.cloud;
        var cluster = world.migration.target().cluster();
        var found = cloud.clusters().find(cluster);
        if (found.isPresent()) {
            cloud.clusters().unprotect(cluster);
            found.get().members().forEach(one -> cloud.clusters().deleteMember(one.id()));
            until(() -> hasNoMember(cluster));
            cloud.clusters().delete(cluster);
            until(() -> cloud.clusters().find(cluster).isEmpty());
        }
        cloud.stacks().delete(cluster);
        pass(Duration.ofMinutes(20));
    }

    private boolean hasNoMember(String cluster) {
        return world.cloud
                .clusters()
                .find(cluster)
                .filter(one -> !one.members().isEmpty())
                .isEmpty();
    }

    private void until(BooleanSupplier condition) {
        for (int looks = 0; !condition.getAsBoolean() && looks < LOOKS_MAX; looks++) {
            pass(LOOK_EVERY);
        }
    }

    void pass(Duration span) {
        var until = world.time.instant().plus(span);
        world.time.after(span, world::breathe);
        world.time.runUntil(() -> !world.time.instant().isBefore(until));
    }
}
