package dev.daybreak.rehearsal.simulation.cluster;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.rehearsal.clock.Time;
import dev.daybreak.rehearsal.simulation.database.Servers;
import dev.daybreak.rehearsal.simulation.database.Session;
import dev.daybreak.workload.Scaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The cluster that the application runs on.
public final class ModelCluster {
    private static final int REPLICAS = 2;

    private final Migration migration;
    private final Time time;
    private final Kubelet kubelet;
    private final Operator operator;
    private final Pace pace;
    private final List<Workload> workloads = new ArrayList<>();
    private final Rival rival;
    private int made;

    /// @param secrets what the operator reads, never through a fault
    /// @param rival the kind of autoscaler that there is; empty for none
    public ModelCluster(
            Migration migration,
            Time time,
            Servers servers,
            Secrets secrets,
            Optional<Scaler.Kind> rival,
            SplittableRandom chance) {
        this.migration = migration;
        this.time = time;
        this.pace = new Pace(chance);
        this.operator = new Operator(migration, time, secrets, pace);
        this.kubelet = new Kubelet(time, servers, operator, pace);
        this.rival = new Rival(migration, rival, REPLICAS);
        migration
                .kubernetes()
                .deployments()
                .forEach(one -> workloads.add(new Workload(one.name(), one.selector(), REPLICAS)));
        workloads.forEach(this::reconcile);
    }

    Operator operator() {
        return operator;
    }

    /// The external secrets operator works, or does not.
    public void breakOperator(boolean now) {
        operator.breakDown(now);
    }

    /// From now on no pod becomes ready, or each one does again.
    public void stick(boolean now) {
        kubelet.stick(now);
    }

    /// From now on no pod ends, or those that were to end do.
    public void immortal(boolean now) {
        kubelet.immortal(now);
    }

    /// Whether there is no pod, not even one that is ending.
    public boolean isEmpty() {
        return workloads.stream().allMatch(one -> one.pods.isEmpty());
    }

    /// Somebody pauses whatever sets the replicas, or lets it go on.
    public void pauseByHand(boolean now) {
        if (now) {
            rival.pause();
        } else {
            rival.goOn();
        }
    }

    /// Whether an autoscaler that was there is still paused.
    public boolean isPaused() {
        return rival.isPaused();
    }

    /// Somebody asks the operator to sync.
    public void refreshByHand(String by) {
        operator.refresh(by);
    }

    /// Whether the operator has rendered this host.
    public boolean renders(String host) {
        return operator.login().filter(login -> login.host().equals(host)).isPresent();
    }

    /// Somebody rolls every pod over, without a gap: each has what the Secret holds now.
    public void rollByHand() {
        workloads.forEach(one -> one.live().forEach(kubelet::renew));
    }

    /// Somebody sets the replicas by hand.
    public void scaleByHand(int replicas) {
        workloads.forEach(one -> scale(one, replicas));
    }

    Rival rival() {
        return rival;
    }

    List<Workload> workloads() {
        return workloads;
    }

    Optional<Workload> find(String deployment) {
        return workloads.stream().filter(one -> one.name.equals(deployment)).findFirst();
    }

    void scale(Workload workload, int replicas) {
        if (workload.replicas != replicas) {
            workload.replicas = replicas;
            workload.generation++;
        }
        time.after(pace.react(), () -> reconcile(workload));
    }

    /// Whoever raises replicas without being asked does it some time later.
    void wakeRival() {
        workloads.forEach(
                one ->
                        rival.wants(one.replicas)
                                .ifPresent(
                                        wanted -> time.after(pace.react(), () -> overrule(one))));
    }

    private void overrule(Workload workload) {
        rival.wants(workload.replicas).ifPresent(wanted -> scale(workload, wanted));
    }

    private void reconcile(Workload workload) {
        workload.observed = workload.generation;
        var live = workload.live();
        live.stream().skip(workload.replicas).forEach(pod -> kubelet.end(workload, pod));
        for (int count = live.size(); count < workload.replicas; count++) {
            var number = ++made;
            var pod =
                    new ModelPod(
                            "%s-%05d".formatted(workload.name, number),
                            "10.0.%d.%d".formatted(number / 250, number % 250));
            workload.pods.add(pod);
            kubelet.begin(pod);
        }
        wakeRival();
    }

    /// Each pod tries one write, connecting anew where its session was ended.
    ///
    /// @param writer tries it in the pod's session
    public void write(Consumer<Session> writer) {
        for (var workload : workloads) {
            for (var pod : List.copyOf(workload.pods)) {
                if (pod.writes()
                        && (pod.session.filter(Session::isAlive).isPresent()
                                || kubelet.connects(pod))) {
                    writer.accept(pod.session.orElseThrow());
                }
            }
        }
    }

    /// Whether every Deployment has its replicas, and they are ready.
    public boolean isWell() {
        return workloads.stream()
                .allMatch(one -> one.replicas == REPLICAS && one.ready() == REPLICAS);
    }

    public int ready(String deployment) {
        return find(deployment).map(Workload::ready).orElse(0);
    }

    Migration migration() {
        return migration;
    }
}
