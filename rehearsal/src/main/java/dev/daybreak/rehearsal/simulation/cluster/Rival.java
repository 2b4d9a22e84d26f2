package dev.daybreak.rehearsal.simulation.cluster;

import dev.daybreak.migration.Migration;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An autoscaler, or Argo CD: it raises the replicas unless it is paused. What it was like before
/// its first pause is kept on the object, as the real adapter does.
final class Rival {
    private static final String PAUSED = "paused";

    private final Migration migration;
    private final Optional<Scaler.Kind> kind;
    private final int least;
    private boolean paused;

    Rival(Migration migration, Optional<Scaler.Kind> kind, int least) {
        this.migration = migration;
        this.kind = kind;
        this.least = least;
    }

    boolean isPaused() {
        return paused && kind.isPresent();
    }

    void pause() {
        paused = true;
    }

    void goOn() {
        paused = false;
    }

    void restore(Scaler scaler) {
        paused = Boolean.parseBoolean(scaler.state().get(PAUSED));
    }

    List<Scaler> over(String deployment) {
        return kind.map(
                        one ->
                                List.of(
                                        new Scaler(
                                                one,
                                                migration.kubernetes().namespace(),
                                                deployment,
                                                Map.of(PAUSED, "false"))))
                .orElse(List.of());
    }

    /// What it would set instead; empty where it is content. An HPA leaves 0 alone.
    Optional<Integer> wants(int replicas) {
        var minds = kind.filter(one -> one != Scaler.Kind.HPA || replicas > 0).isPresent();
        return minds && !paused && replicas < least ? Optional.of(least) : Optional.empty();
    }
}
