package dev.daybreak.rehearsal.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts what came of a campaign's trials; any thread may add.
public final class Tally {
    private static final int KEPT_MAX = 200;

    private final Map<String, Map<String, Integer>> endings = new TreeMap<>();
    private final List<Campaign.Judged> violations = new ArrayList<>();
    private final Set<String> covered = new TreeSet<>();
    private int runs;
    private int broken;
    private long transitions;
    private long calls;

    public synchronized void add(Campaign.Judged judged) {
        runs++;
        transitions += judged.ended().transitions();
        calls += judged.ended().calls();
        covered.addAll(judged.ended().covered());
        var how = judged.ended().broken().isEmpty() ? judged.ended().how() : "VIOLATED";
        judged.ended()
                .happened()
                .forEach(
                        one ->
                                endings.computeIfAbsent(one.fault().name(), _ -> new TreeMap<>())
                                        .merge(how, 1, Integer::sum));
        if (!judged.ended().broken().isEmpty()) {
            broken++;
            if (violations.size() < KEPT_MAX) {
                violations.add(judged);
            }
        }
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

    public synchronized Set<String> covered() {
        return new TreeSet<>(covered);
    }

    /// By the kind of fault, how many runs ended how.
    public synchronized Map<String, Map<String, Integer>> endings() {
        return new TreeMap<>(endings);
    }

    /// The first ones, by the number of their trial.
    public synchronized List<Campaign.Judged> violations() {
        return violations.stream()
                .sorted(Comparator.comparingInt(Campaign.Judged::number))
                .toList();
    }
}
