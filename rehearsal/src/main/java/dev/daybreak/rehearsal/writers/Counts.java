package dev.daybreak.rehearsal.writers;

import java.util.EnumMap;
import java.util.Map;

/// How many attempts ended how; a refused attempt counts by its reason, a lost connection too.
public record Counts(long acknowledged, long inDoubt, long reads, Map<Refusal, Long> refusals) {
    public static final Counts NONE = new Counts(0, 0, 0, Map.of());

    public Counts {
        refusals = Map.copyOf(refusals);
    }

    public long refused() {
        return refusals.values().stream().mapToLong(Long::longValue).sum();
    }

    public Counts plus(Counts other) {
        var all = new EnumMap<Refusal, Long>(Refusal.class);
        all.putAll(refusals);
        other.refusals.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return new Counts(
                acknowledged + other.acknowledged,
                inDoubt + other.inDoubt,
                reads + other.reads,
                all);
    }
}
