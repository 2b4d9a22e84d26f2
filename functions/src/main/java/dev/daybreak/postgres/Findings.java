package dev.daybreak.postgres;

import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Difference;
import java.util.ArrayList;
import java.util.List;

/// Differences, all counted and the first of them kept, each short enough that all of them together
/// pass through the workflow's state: an answer of more than 256 KiB would end the execution where
/// it stands, and nothing catches that
/// (<https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html>).
final class Findings {
    private static final int OBJECT_MAX = 150;
    private static final int WHAT_MAX = 400;
    private static final int KEY_MAX = 60;

    private final List<Difference> first = new ArrayList<>();
    private int count;

    Findings() {}

    /// Goes on with what another one found.
    Findings(Comparison before) {
        first.addAll(before.differences());
        count = before.differencesInAll();
    }

    void add(Difference difference) {
        count++;
        if (!isFull()) {
            first.add(shortened(difference));
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

    private static Difference shortened(Difference whole) {
        return new Difference(
                cut(whole.object(), OBJECT_MAX),
                whole.kind(),
                cut(whole.what(), WHAT_MAX),
                whole.keys().stream().map(key -> cut(key, KEY_MAX)).toList());
    }

    /// JSON makes seven bytes of a control character, where text is quoted twice.
    private static String cut(String text, int max) {
        var plain = text.replaceAll("\\p{Cntrl}", "·");
        return plain.length() <= max ? plain : plain.substring(0, max - 1) + "…";
    }
}
