package dev.daybreak.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long the application will be without its database, part by part, from what was just
/// measured.
///
/// @param milliseconds of all parts together
/// @param rebuild whether a final snapshot and a new cluster are part of it
public record Forecast(long milliseconds, boolean rebuild, List<Part> parts) {
    /// States of the window that do little more than one call, beside the fence, the proof of
    /// fitness and the look for late writes, which are measured themselves.
    private static final int SHORT_STEPS = 7;

    /// What a rebuild adds to them: ordering the snapshot and the cluster, fencing the latter.
    private static final int SHORT_STEPS_OF_A_REBUILD = 3;

    /// Waits of the window that look again every quick poll; each ends half a poll too late.
    private static final int QUICK_WAITS = 4;

    public Forecast {
        parts = List.copyOf(parts);
    }

    /// One part of the window.
    public record Part(String what, long milliseconds) {}

    /// What was measured before.
    ///
    /// @param fenceAndFit how long the fence and the proof of fitness took together, outside the
    ///   window
    /// @param look how long one of Daybreak's own short steps took
    /// @param podStop how long the slowest pod may take to end
    /// @param podStart how long the slowest pod took from its creation until it was ready
    public record Measured(
            Duration snapshot,
            Duration aurora,
            Duration proof,
            Duration fenceAndFit,
            Duration look,
            Duration quickPoll,
            Duration podStop,
            Duration podStart) {
        private Duration ownSteps(boolean rebuild) {
            int looks = 1 + SHORT_STEPS + (rebuild ? SHORT_STEPS_OF_A_REBUILD : 0);
            return fenceAndFit
                    .plus(look.multipliedBy(looks))
                    .plus(quickPoll.multipliedBy(QUICK_WAITS).dividedBy(2));
        }
    }

    static Forecast of(Measured measured, boolean rebuild) {
        var parts = new ArrayList<Map.Entry<String, Duration>>();
        parts.add(Map.entry("the pods end", measured.podStop()));
        if (rebuild) {
            parts.add(Map.entry("the final snapshot", measured.snapshot()));
            parts.add(Map.entry("Aurora is built from it", measured.aurora()));
        }
        parts.add(Map.entry("both databases are compared", measured.proof()));
        parts.add(Map.entry("the pods start", measured.podStart()));
        parts.add(Map.entry("Daybreak's own steps", measured.ownSteps(rebuild)));
        var listed =
                parts.stream()
                        .map(part -> new Part(part.getKey(), part.getValue().toMillis()))
                        .toList();
        return new Forecast(listed.stream().mapToLong(Part::milliseconds).sum(), rebuild, listed);
    }
}
