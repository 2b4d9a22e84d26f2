package dev.daybreak.rehearsal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the writers were told in each tenth of a second. A long rehearsal takes no more room than a
/// short one: when there are too many, two become one.
///
/// @param every how long each lasts
public record Beats(Instant from, Duration every, List<Beat> all) {
    /// How finely it is looked at the writers.
    public static final Duration FINEST = Duration.ofMillis(100);

    static final int BEATS_MAX = 6000;

    public Beats {
        all = List.copyOf(all);
    }

    /// What was answered in one of them.
    public record Beat(long byRds, long refusedByRds, long byAurora, long refusedByAurora) {
        static final Beat NONE = new Beat(0, 0, 0, 0);

        static Beat between(WritersNow before, WritersNow after) {
            return new Beat(
                    after.acknowledgedByRds() - before.acknowledgedByRds(),
                    after.refusedByRds() - before.refusedByRds(),
                    after.acknowledgedByAurora() - before.acknowledgedByAurora(),
                    after.refusedByAurora() - before.refusedByAurora());
        }

        Beat plus(Beat other) {
            return new Beat(
                    byRds + other.byRds,
                    refusedByRds + other.refusedByRds,
                    byAurora + other.byAurora,
                    refusedByAurora + other.refusedByAurora);
        }

        public long acknowledged() {
            return byRds + byAurora;
        }

        public long refused() {
            return refusedByRds + refusedByAurora;
        }
    }

    /// Listens to the writers.
    static final class Listening {
        private final List<Beat> beats = new ArrayList<>();
        private final Instant from;
        private Duration every = FINEST;
        private WritersNow before;

        Listening(Instant from, WritersNow before) {
            this.from = from;
            this.before = before;
        }

        void heard(Instant at, WritersNow now) {
            var index = (int) Duration.between(from, at).dividedBy(every);
            while (index >= BEATS_MAX) {
                halve();
                index = (int) Duration.between(from, at).dividedBy(every);
            }
            while (beats.size() <= index) {
                beats.add(Beat.NONE);
            }
            beats.set(index, beats.get(index).plus(Beat.between(before, now)));
            before = now;
        }

        Beats beats() {
            return new Beats(from, every, beats);
        }

        private void halve() {
            var halved = new ArrayList<Beat>();
            for (var i = 0; i < beats.size(); i += 2) {
                var next = i + 1 < beats.size() ? beats.get(i + 1) : Beat.NONE;
                halved.add(beats.get(i).plus(next));
            }
            beats.clear();
            beats.addAll(halved);
            every = every.multipliedBy(2);
        }
    }
}
