package dev.daybreak.note;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When Daybreak itself began to look into the old instance, oldest first: CloudWatch counts its
/// connections like anybody's.
public record OwnLooks(List<Instant> began) {
    /// Looks of older days are nobody's concern.
    private static final int MAX = 60;

    /// CloudWatch's minute may have begun a little before.
    private static final Duration BEFORE = Duration.ofMinutes(5);

    public static final OwnLooks NONE = new OwnLooks(List.of());

    public OwnLooks {
        began = List.copyOf(began);
    }

    /// A stretch of time.
    public record Span(Instant from, Instant to) {}

    public OwnLooks with(Instant now) {
        if (began.contains(now)) {
            return this;
        }
        var all = new ArrayList<>(began);
        all.add(now);
        all.sort(Instant::compareTo);
        return new OwnLooks(all.subList(Math.max(0, all.size() - MAX), all.size()));
    }

    /// The parts of a stretch in which Daybreak was not there.
    ///
    /// @param longest that one look may take
    /// @param shortest stretch that is worth asking for
    public List<Span> gaps(Instant from, Instant to, Duration longest, Duration shortest) {
        var gaps = new ArrayList<Span>();
        var start = from;
        for (var look : began) {
            gaps.add(new Span(start, earlier(look.minus(BEFORE), to)));
            start = later(start, look.plus(longest));
        }
        gaps.add(new Span(start, to));
        return gaps.stream().filter(one -> !one.from().plus(shortest).isAfter(one.to())).toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
