package dev.daybreak.rehearsal.simulation.cluster;

import dev.daybreak.rehearsal.simulation.database.Session;
import java.time.Duration;
import java.util.Optional;

/// A pod, and the process in it: it reads its connection string when it starts and at no other
/// time.
final class ModelPod {
    /// What its process has come to.
    enum Phase {
        STARTING,
        CRASHED,
        READY,
        ENDING
    }

    final String name;
    final String address;
    Phase phase = Phase.STARTING;
    Optional<Login> login = Optional.empty();
    Optional<Session> session = Optional.empty();
    Duration tookToStart = Duration.ZERO;

    /// What was in the Secret when it started.
    record Login(String host, String user, String password) {}

    ModelPod(String name, String address) {
        this.name = name;
        this.address = address;
    }

    /// A terminating pod that has started still writes.
    boolean writes() {
        return login.isPresent() && (phase == Phase.READY || phase == Phase.ENDING);
    }
}
