package dev.daybreak.postgres;

import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Difference;
import java.util.ArrayList;
import java.util.List;

/// Differences, all counted and the first of them kept.
final class Findings {
    private final List<Difference> first = new ArrayList<>();
    private int count;

    void add(Difference difference) {
        count++;
        if (!isFull()) {
            first.add(difference);
        }
    }

    void add(String object, Difference.Kind kind, String what) {
        add(new Difference(object, kind, what, List.of()));
    }

    /// One more that there is no room for.
    void skip() {
        count++;
    }

    boolean isFull() {
        return first.size() == Comparison.DIFFERENCES_MAX;
    }

    List<Difference> first() {
        return List.copyOf(first);
    }

    int count() {
        return count;
    }
}
