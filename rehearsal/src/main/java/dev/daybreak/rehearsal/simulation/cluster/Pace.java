package dev.daybreak.rehearsal.simulation.cluster;

import java.time.Duration;
import java.util.SplittableRandom;

/// How long things take, drawn anew each time.
///
/// Pods: a few seconds to pull and start, up to the default grace of 30 s to end
/// (<https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination>). A restart
/// of a container that crashed backs off from 10 s to 5 minutes (same page). ESO syncs within
/// seconds of a change of its object.
record Pace(SplittableRandom chance) {
    Duration react() {
        return millis(50, 2_000);
    }

    Duration start() {
        return millis(2_000, 40_000);
    }

    Duration end() {
        return millis(100, 30_000);
    }

    Duration crash() {
        return millis(10_000, 60_000);
    }

    Duration sync() {
        return millis(300, 15_000);
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(chance.nextInt(from, to));
    }
}
