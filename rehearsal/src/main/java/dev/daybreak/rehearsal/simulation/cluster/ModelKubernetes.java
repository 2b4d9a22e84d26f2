package dev.daybreak.rehearsal.simulation.cluster;

import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.PodLogs;
import dev.daybreak.ports.Scalers;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Pod;
import dev.daybreak.workload.RenderedSecret;
import dev.daybreak.workload.Scaler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Daybreak sees of the cluster and does to it.
public record ModelKubernetes(ModelCluster cluster)
        implements Deployments, Scalers, ExternalSecrets, PodLogs {
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Override
    public Optional<Deployment> find(String deployment) {
        return cluster.find(deployment)
                .map(
                        one -> {
                            var live = one.live().size();
                            return new Deployment(
                                    one.name,
                                    one.replicas,
                                    live,
                                    one.ready(),
                                    live,
                                    one.generation,
                                    one.observed,
                                    GRACE);
                        });
    }

    @Override
    public void scale(String deployment, int replicas) {
        cluster.find(deployment).ifPresent(one -> cluster.scale(one, replicas));
    }

    @Override
    public List<Pod> pods(String selector) {
        return cluster.workloads().stream()
                .filter(one -> one.selector.equals(selector))
                .flatMap(one -> one.pods.stream())
                .map(ModelKubernetes::shown)
                .toList();
    }

    private static Pod shown(ModelPod pod) {
        var ready = pod.phase == ModelPod.Phase.READY;
        var started = ready || pod.phase == ModelPod.Phase.ENDING;
        return new Pod(
                pod.name,
                started ? "Running" : "Pending",
                ready,
                pod.phase == ModelPod.Phase.ENDING,
                Optional.of(pod.address),
                pod.phase == ModelPod.Phase.CRASHED
                        ? Optional.of("CrashLoopBackOff")
                        : Optional.empty(),
                ready ? Optional.of(pod.tookToStart) : Optional.empty());
    }

    @Override
    public List<Scaler> over(String deployment) {
        return cluster.rival().over(deployment);
    }

    @Override
    public void pause(Scaler scaler) {
        if (scaler.kind() != Scaler.Kind.HPA) {
            cluster.rival().pause();
        }
    }

    @Override
    public void restore(Scaler scaler) {
        cluster.rival().restore(scaler);
        cluster.wakeRival();
    }

    @Override
    public List<ExternalSecret> reading(String secret) {
        var kubernetes = cluster.migration().kubernetes();
        var operator = cluster.operator();
        return List.of(
                new ExternalSecret(
                        kubernetes.databaseSecret().name(),
                        kubernetes.databaseSecret().name(),
                        "Periodic",
                        "1h0m0s",
                        "Owner",
                        false,
                        Optional.of(operator.syncedVersion()),
                        operator.isReady(),
                        operator.isReady() ? Optional.empty() : Optional.of("it cannot be read")));
    }

    @Override
    public void refresh(String externalSecret, String value) {
        cluster.operator().refresh(value);
    }

    @Override
    public Optional<RenderedSecret> rendered(String name, String key) {
        var operator = cluster.operator();
        return operator.rendered()
                .map(
                        text ->
                                new RenderedSecret(
                                        name, key, Integer.toString(operator.writes()), text));
    }

    @Override
    public Matches matching(String selector, Pattern pattern, Duration span) {
        return new Matches(0, List.of(), true);
    }
}
