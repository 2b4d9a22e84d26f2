package dev.daybreak.fakes;

import dev.daybreak.ports.Scalers;
import dev.daybreak.workload.Scaler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Scalers by the Deployment that they scale; each is paused or not.
public final class FakeScalers implements Scalers {
    private final Journal journal;
    private final Map<String, List<Scaler>> over = new HashMap<>();
    private final Set<String> paused = new HashSet<>();

    FakeScalers(Journal journal) {
        this.journal = journal;
    }

    public void put(String deployment, Scaler... scalers) {
        over.put(deployment, List.of(scalers));
    }

    @Override
    public List<Scaler> over(String deployment) {
        return over.getOrDefault(deployment, List.of());
    }

    @Override
    public void pause(Scaler scaler) {
        if (paused.add(scaler.name())) {
            journal.write("pause %s".formatted(scaler.name()));
        }
    }

    @Override
    public void restore(Scaler scaler) {
        if (paused.remove(scaler.name())) {
            journal.write("restore %s to %s".formatted(scaler.name(), scaler.state()));
        }
    }
}
