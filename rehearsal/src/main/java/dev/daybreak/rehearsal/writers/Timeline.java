package dev.daybreak.rehearsal.writers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When writes were acknowledged. It remembers the gaps, not the writes, so that hours of writing
/// take no more room than minutes; when there are too many, the shortest are forgotten.
public final class Timeline {
    /// A shorter pause is how writers breathe, not a gap.
    public static final Duration GAP_MIN = Duration.ofMillis(100);

    private static final int GAPS_MAX = 4096;

    private final List<Gap> gaps = new ArrayList<>();
    private Optional<Moment> first = Optional.empty();
    private Optional<Moment> last = Optional.empty();
    private Optional<Gap> longest = Optional.empty();

    synchronized void acknowledged(Moment moment) {
        last.map(before -> new Gap(before, moment)).ifPresent(this::remember);
        if (first.isEmpty()) {
            first = Optional.of(moment);
        }
        last = Optional.of(moment);
    }

    public synchronized Optional<Moment> first() {
        return first;
    }

    public synchronized Optional<Moment> last() {
        return last;
    }

    /// The longest time between two acknowledged writes: the downtime as it was felt.
    public synchronized Optional<Gap> longest() {
        return longest;
    }

    /// All gaps of at least [#GAP_MIN], in the order in which they happened.
    public synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /// The last write acknowledged up to a moment; exact within a gap, otherwise at most [#GAP_MIN]
    /// too late.
    public synchronized Optional<Moment> lastUpTo(Moment moment) {
        if (first.isEmpty() || first.get().isAfter(moment)) {
            return Optional.empty();
        }
        if (!last.orElseThrow().isAfter(moment)) {
            return last;
        }
        return Optional.of(gapAround(moment).map(Gap::lastBefore).orElse(moment));
    }

    /// The first write acknowledged after a moment; exact within a gap, otherwise at most
    /// [#GAP_MIN] too early.
    public synchronized Optional<Moment> firstAfter(Moment moment) {
        if (last.isEmpty() || !last.get().isAfter(moment)) {
            return Optional.empty();
        }
        if (first.orElseThrow().isAfter(moment)) {
            return first;
        }
        return Optional.of(gapAround(moment).map(Gap::firstAfter).orElse(moment));
    }

    private Optional<Gap> gapAround(Moment moment) {
        return gaps.stream().filter(gap -> gap.spans(moment)).findFirst();
    }

    private void remember(Gap gap) {
        if (longest.isEmpty() || gap.length().compareTo(longest.get().length()) > 0) {
            longest = Optional.of(gap);
        }
        if (gap.length().compareTo(GAP_MIN) < 0) {
            return;
        }
        gaps.add(gap);
        if (gaps.size() > GAPS_MAX) {
            gaps.remove(gaps.stream().min(Comparator.comparing(Gap::length)).orElseThrow());
        }
    }
}
