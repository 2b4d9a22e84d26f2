package dev.daybreak.fakes;

import dev.daybreak.ports.Deployments;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deployments without a controller: pods come and go when a test says so.
public final class FakeDeployments implements Deployments {
    private final Journal journal;
    private final Map<String, Deployment> deployments = new HashMap<>();
    private final Map<String, List<Pod>> pods = new HashMap<>();

    FakeDeployments(Journal journal) {
        this.journal = journal;
    }

    public void put(Deployment deployment) {
        deployments.put(deployment.name(), deployment);
    }

    public void remove(String deployment) {
        deployments.remove(deployment);
    }

    public void pods(String selector, List<Pod> now) {
        pods.put(selector, new ArrayList<>(now));
    }

    @Override
    public Optional<Deployment> find(String deployment) {
        return Optional.ofNullable(deployments.get(deployment));
    }

    @Override
    public void scale(String deployment, int replicas) {
        var old = find(deployment).orElseThrow();
        if (old.replicas() != replicas) {
            put(
                    new Deployment(
                            old.name(),
                            replicas,
                            old.updatedReplicas(),
                            old.availableReplicas(),
                            old.allReplicas(),
                            old.generation() + 1,
                            old.observedGeneration(),
                            old.grace()));
            journal.write("scale %s to %d".formatted(deployment, replicas));
        }
    }

    @Override
    public List<Pod> pods(String selector) {
        return List.copyOf(pods.getOrDefault(selector, List.of()));
    }
}
