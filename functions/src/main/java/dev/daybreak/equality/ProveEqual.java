package dev.daybreak.equality;

import dev.daybreak.database.Side;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Difference;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import java.util.List;
import java.util.stream.Collectors;

/// Compares both databases, whole. Nothing is swapped without it.
public final class ProveEqual {
    private static final int DIFFERENCES_TOLD = 5;

    private final Comparisons comparisons;
    private final Places places;
    private final Logins logins;

    public ProveEqual(Comparisons comparisons, Places places, Logins logins) {
        this.comparisons = comparisons;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The same, to the last byte of every row.
        record Equal(Comparison comparison) implements Answer {}

        /// Not the same.
        record Different(Comparison comparison, String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var comparison =
                comparisons.compare(places.of(Side.RDS), places.of(Side.AURORA), logins.daybreak());
        return comparison.isEqual()
                ? new Answer.Equal(comparison)
                : new Answer.Different(comparison, why(comparison));
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
