package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.cloud.Calls;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Counts the calls that make something, each of which a migration needs a known number of times.
final class CountedCalls implements Calls {
    private static final Set<String> MAKE =
            Set.of("Snapshots.take", "Stacks.create", "Secrets.create", "Secrets.makeCurrent");

    private final Map<String, Integer> counts = new TreeMap<>();

    @Override
    public <T> T around(String port, String method, Supplier<T> call) {
        var answer = call.get();
        var name = port + "." + method;
        if (MAKE.contains(name)) {
            synchronized (counts) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        return answer;
    }

    /// By port and method, for example `Snapshots.take`.
    Map<String, Integer> counts() {
        synchronized (counts) {
            return Map.copyOf(counts);
        }
    }
}
