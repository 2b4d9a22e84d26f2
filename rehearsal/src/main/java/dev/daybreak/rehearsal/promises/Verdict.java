package dev.daybreak.rehearsal.promises;

import java.util.List;

/// How a promise was judged.
public record Verdict(String id, String words, List<String> broken) {
    public Verdict {
        broken = List.copyOf(broken);
    }

    public boolean held() {
        return broken.isEmpty();
    }

    /// Judges by every promise.
    public static List<Verdict> of(Evidence evidence) {
        return Promise.all().stream()
                .map(one -> new Verdict(one.id(), one.words(), one.broken(evidence)))
                .toList();
    }
}
