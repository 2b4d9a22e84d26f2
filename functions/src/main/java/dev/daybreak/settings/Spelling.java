package dev.daybreak.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Shows somebody the words they typed, and guesses which ones they meant.
public final class Spelling {
    private static final int EDITS_MAX = 2;
    private static final int CHARACTERS_MAX = 60;

    private Spelling() {}

    /// Short enough for a line, and without control characters.
    public static String clipped(String text) {
        var printable = text.replaceAll("\\p{Cntrl}", "?");
        int length = printable.codePointCount(0, printable.length());
        return length <= CHARACTERS_MAX
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, CHARACTERS_MAX)) + "…";
    }

    /// What is allowed, with a guess at what was meant.
    public static String choices(String word, Collection<String> known) {
        var all = String.join(", ", known);
        return nearest(word, known)
                .map(meant -> "%s (did you mean %s?)".formatted(all, meant))
                .orElse(all);
    }

    /// The nearest known word within two edits.
    private static Optional<String> nearest(String word, Collection<String> known) {
        var lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(one -> edits(lower, one.toLowerCase(Locale.ROOT)) <= reach(one))
                .min(
                        Comparator.comparingInt(
                                        (String one) -> edits(lower, one.toLowerCase(Locale.ROOT)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int reach(String known) {
        return Math.min(EDITS_MAX, known.length() / 2);
    }

    /// Levenshtein's distance, by rows.
    private static int edits(String one, String other) {
        var row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
                int cheapest =
                        Math.min(diagonal + replaced, Math.min(row[column], row[column - 1]) + 1);
                diagonal = row[column];
                row[column] = cheapest;
            }
        }
        return row[other.length()];
    }
}
