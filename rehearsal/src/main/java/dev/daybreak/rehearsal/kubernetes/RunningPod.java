package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One pod's life on its node. All of it happens on the cluster's thread, but for the process's own
/// start and stop, which may take their time.
final class RunningPod implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private enum Stage {
        PREPARING,
        PREPARED,
        STARTING,
        RUNNING,
        CRASHED,
        STOPPING,
        GONE
    }

    private final ExecutorService work =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("pod-", 0).factory());
    private final Kubelet kubelet;
    private final JsonNode pod;
    private final String address;
    private volatile Stage stage = Stage.PREPARING;
    private volatile @Nullable PodProcess process;
    private boolean ready;

    RunningPod(Kubelet kubelet, JsonNode pod, String address) {
        this.kubelet = kubelet;
        this.pod = pod;
        this.address = address;
    }

    /// It is scheduled, its image is there: only its environment is missing.
    void prepared() {
        if (stage == Stage.PREPARING) {
            stage = Stage.PREPARED;
            configure();
        }
    }

    /// Starts the process as soon as every Secret that it names is there.
    void configure() {
        if (stage != Stage.PREPARED) {
            return;
        }
        kubelet.environment(pod)
                .ifPresentOrElse(this::launch, () -> explain("CreateContainerConfigError"));
    }

    void terminate(Duration grace) {
        if (stage == Stage.STOPPING || stage == Stage.GONE) {
            return;
        }
        stage = Stage.STOPPING;
        kubelet.loop().after(kubelet.pace().podStop(), () -> work.execute(this::end));
        kubelet.loop().after(grace, this::killed);
    }

    void probe() {
        var now = process;
        if (now == null || (stage != Stage.RUNNING && stage != Stage.STOPPING)) {
            return;
        }
        var answer = now.isReady();
        if (answer != ready) {
            ready = answer;
            kubelet.status(pod, status -> Kubelet.running(status, answer, kubelet.now()));
        }
    }

    boolean isHealthy() {
        var now = process;
        return stage == Stage.RUNNING && now != null && now.isReady();
    }

    List<PodProcess.Line> log() {
        var now = process;
        return now == null ? List.of() : now.log();
    }

    /// Ends the process, whatever the stage.
    @Override
    public void close() {
        stage = Stage.GONE;
        var now = process;
        if (now != null) {
            work.execute(now::stop);
        }
        work.shutdown();
        try {
            if (!work.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    && now != null) {
                now.kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            work.shutdownNow();
        }
    }

    private void launch(Map<String, String> environment) {
        stage = Stage.STARTING;
        ready = false;
        var fresh = kubelet.process(pod, address, environment);
        process = fresh;
        work.execute(
                () -> {
                    try {
                        fresh.start();
                        onLoop(this::started);
                    } catch (RuntimeException _) {
                        onLoop(this::crashed);
                    }
                });
    }

    private void started() {
        if (stage == Stage.STARTING) {
            stage = Stage.RUNNING;
            kubelet.status(pod, status -> Kubelet.running(status, false, kubelet.now()));
            probe();
        }
    }

    private void crashed() {
        if (stage == Stage.STARTING) {
            stage = Stage.CRASHED;
            explain("CrashLoopBackOff");
            kubelet.loop().after(kubelet.pace().crash(), this::again);
        }
    }

    private void again() {
        if (stage == Stage.CRASHED) {
            stage = Stage.PREPARED;
            configure();
        }
    }

    private void end() {
        var now = process;
        if (now != null && stage == Stage.STOPPING) {
            now.stop();
        }
        onLoop(this::gone);
    }

    private void killed() {
        var now = process;
        if (now != null && stage == Stage.STOPPING) {
            now.kill();
        }
        gone();
    }

    private void gone() {
        if (stage == Stage.STOPPING) {
            stage = Stage.GONE;
            work.shutdownNow();
            kubelet.gone(pod);
        }
    }

    private void explain(String reason) {
        kubelet.status(pod, status -> Kubelet.waiting(status, reason, kubelet.now()));
    }

    private void onLoop(Runnable task) {
        kubelet.loop().after(Duration.ZERO, task);
    }
}
