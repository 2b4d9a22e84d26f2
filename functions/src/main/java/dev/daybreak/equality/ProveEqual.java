package dev.daybreak.equality;

import dev.daybreak.database.Side;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Difference;
import dev.daybreak.proof.Progress;
import dev.daybreak.runtime.Json;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares both databases, whole. Nothing is swapped without it.
public final class ProveEqual {
    private static final int DIFFERENCES_TOLD = 5;

    private final Comparisons comparisons;
    private final Places places;
    private final Logins logins;
    private final InstantSource clock;
    private final Duration patience;

    /// @param patience over all calls, since the first one
    public ProveEqual(
            Comparisons comparisons,
            Places places,
            Logins logins,
            InstantSource clock,
            Duration patience) {
        this.comparisons = comparisons;
        this.places = places;
        this.logins = logins;
        this.clock = clock;
        this.patience = patience;
    }

    /// What to compare is in the settings.
    ///
    /// @param cursor what the last call told; blank for the first
    public record Order(String cursor) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The same, to the last byte of every row.
        record Equal(Comparison comparison) implements Answer {}

        /// Not the same.
        record Different(Comparison comparison, String why) implements Answer {}

        /// One more call is needed.
        ///
        /// @param cursor to be handed back as it is
        record Unfinished(String cursor) implements Answer {}

        /// It takes too long.
        record Failed(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var from =
                order.cursor().isBlank()
                        ? Optional.<Cursor>empty()
                        : Optional.of(Json.value(order.cursor(), Cursor.class));
        var progress =
                comparisons.compare(
                        places.of(Side.RDS), places.of(Side.AURORA), logins.daybreak(), from);
        return switch (progress) {
            case Progress.Compared(var comparison) ->
                    comparison.isEqual()
                            ? new Answer.Equal(comparison)
                            : new Answer.Different(comparison, why(comparison));
            case Progress.Unfinished(var cursor) -> unfinished(cursor);
        };
    }

    private Answer unfinished(Cursor cursor) {
        var took = Duration.between(cursor.began(), clock.instant());
        return took.compareTo(patience) < 0
                ? new Answer.Unfinished(Json.text(cursor))
                : new Answer.Failed(
                        "The databases are not compared after %d s (limits.proof is %d s): %d tables are done, %d differences were found. A longer limit gives the comparison more time."
                                .formatted(
                                        took.toSeconds(),
                                        patience.toSeconds(),
                                        cursor.soFar().tablesCompared(),
                                        cursor.soFar().differencesInAll()));
    }

    private static String why(Comparison comparison) {
        return "The databases differ in %d places: %s"
                .formatted(
                        comparison.differencesInAll(),
                        comparison.differences().stream()
                                .limit(DIFFERENCES_TOLD)
                                .map(ProveEqual::sentence)
                                .collect(Collectors.joining("; ")));
    }

    private static String sentence(Difference difference) {
        return "%s: %s%s"
                .formatted(difference.object(), difference.what(), keys(difference.keys()));
    }

    private static String keys(List<String> keys) {
        return keys.isEmpty() ? "" : " (" + String.join(", ", keys) + ")";
    }
}
