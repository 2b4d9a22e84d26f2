package dev.daybreak.rehearsal.simulation.cluster;

import java.util.ArrayList;
import java.util.List;

/// One Deployment and its pods.
final class Workload {
    final String name;
    final String selector;
    final List<ModelPod> pods = new ArrayList<>();
    int replicas;
    long generation = 1;
    long observed;

    Workload(String name, String selector, int replicas) {
        this.name = name;
        this.selector = selector;
        this.replicas = replicas;
    }

    /// As in Kubernetes, a terminating pod is in no count of the status.
    List<ModelPod> live() {
        return pods.stream().filter(pod -> pod.phase != ModelPod.Phase.ENDING).toList();
    }

    int ready() {
        return (int) pods.stream().filter(pod -> pod.phase == ModelPod.Phase.READY).count();
    }
}
