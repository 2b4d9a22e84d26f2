package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.fault.Statuses;

/// Somebody who was paged finds what is broken, and mends it.
final class Mending {
    private final World world;

    Mending(World world) {
        this.world = world;
    }

    void all() {
        world.cluster.breakOperator(false);
        world.cluster.stick(false);
        world.cluster.immortal(false);
        world.servers.failNext(false);
        world.servers.rds().rollBackPrepared();
        instance();
        lastSnapshot();
    }

    /// As the message says where the name of the last snapshot is taken.
    void removeLastSnapshot() {
        var last = world.migration.decommission().finalSnapshot();
        if (world.cloud.snapshots().find(last).isPresent()) {
            world.cloud.snapshots().deleteByHand(last);
        }
    }

    private void instance() {
        world.cloud
                .instances()
                .find(world.migration.source().instance())
                .filter(one -> one.status().equals("failed"))
                .ifPresent(
                        one -> {
                            world.servers.start(one.id());
                            world.cloud.instances().become(Statuses.in(one, "available"));
                        });
    }

    private void lastSnapshot() {
        var last = world.migration.decommission().finalSnapshot();
        world.cloud
                .snapshots()
                .find(last)
                .filter(one -> one.status().equals("failed"))
                .ifPresent(_ -> world.cloud.snapshots().deleteByHand(last));
    }
}
