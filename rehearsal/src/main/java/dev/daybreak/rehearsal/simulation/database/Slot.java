package dev.daybreak.rehearsal.simulation.database;

import java.util.ArrayDeque;
import java.util.Queue;

/// A logical replication slot: it keeps what nobody has confirmed yet.
final class Slot {
    /// What a change takes of the WAL, roughly.
    private static final long BYTES = 200;

    private final Queue<Change> kept = new ArrayDeque<>();
    private boolean active;
    private boolean lost;

    void add(Change change) {
        if (!lost) {
            kept.add(change);
        }
    }

    Queue<Change> kept() {
        return kept;
    }

    void use() {
        active = true;
    }

    void release() {
        active = false;
    }

    /// More WAL was kept than `max_slot_wal_keep_size` allows.
    void lose() {
        lost = true;
        active = false;
        kept.clear();
    }

    boolean isActive() {
        return active;
    }

    boolean isLost() {
        return lost;
    }

    long lagBytes() {
        return kept.size() * BYTES;
    }
}
