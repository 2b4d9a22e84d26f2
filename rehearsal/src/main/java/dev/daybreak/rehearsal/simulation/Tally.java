package dev.daybreak.rehearsal.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what came of a campaign's trials; any thread may add.
public final class Tally {
    /// How a life ends that broke a promise.
    public static final String VIOLATED = "VIOLATED";

    private static final int KEPT_MAX = 200;

    private final Map<String, Map<String, Map<String, Integer>>> endings = new TreeMap<>();
    private final List<Campaign.Judged> violations = new ArrayList<>();
    private final Coverage coverage = new Coverage();
    private int runs;
    private int broken;
    private long transitions;
    private long calls;

    public synchronized void add(Campaign.Judged judged) {
        runs++;
        transitions += judged.ended().transitions();
        calls += judged.ended().calls();
        coverage.add(judged.ended().coverage());
        var good = judged.ended().broken().isEmpty();
        judged.ended().happened().forEach(one -> add(one, good ? one.how() : VIOLATED));
        if (!judged.ended().broken().isEmpty()) {
            broken++;
            if (violations.size() < KEPT_MAX) {
                violations.add(judged);
            }
        }
    }

    private void add(Happened one, String how) {
        endings.computeIfAbsent(one.planned().fault().name(), _ -> new TreeMap<>())
                .computeIfAbsent(one.place(), _ -> new TreeMap<>())
                .merge(how, 1, Integer::sum);
    }

    public synchronized int runs() {
        return runs;
    }

    public synchronized int broken() {
        return broken;
    }

    public synchronized long transitions() {
        return transitions;
    }

    public synchronized long calls() {
        return calls;
    }

    public synchronized Coverage coverage() {
        var copy = new Coverage();
        copy.add(coverage);
        return copy;
    }

    /// By the kind of fault and `workflow.State`, how many executions ended how.
    public synchronized Map<String, Map<String, Map<String, Integer>>> endings() {
        return new TreeMap<>(endings);
    }

    /// The first ones, by the number of their trial.
    public synchronized List<Campaign.Judged> violations() {
        return violations.stream()
                .sorted(Comparator.comparingInt(Campaign.Judged::number))
                .toList();
    }
}
