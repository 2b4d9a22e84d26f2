package dev.daybreak.rehearsal.writers;

import java.util.List;
import java.util.stream.Collectors;

/// Whether a database holds every acknowledged row exactly once, and no row that nobody committed.
public record LedgerVerdict(List<OfWriter> writers) {
    public LedgerVerdict {
        writers = List.copyOf(writers);
    }

    /// `missing`: acknowledged, and not there. `doubled`: there more than once. `invented`: there,
    /// although it was refused or never sent.
    public record OfWriter(
            String writer,
            long acknowledged,
            long inDoubtAndThere,
            Numbers missing,
            Numbers doubled,
            Numbers invented) {
        public boolean holds() {
            return missing.isEmpty() && doubled.isEmpty() && invented.isEmpty();
        }

        private String inWords() {
            return writer
                    + words("missing", missing)
                    + words("doubled", doubled)
                    + words("never committed", invented);
        }

        private static String words(String what, Numbers numbers) {
            return numbers.isEmpty()
                    ? ""
                    : ": %d %s (%s)".formatted(numbers.count(), what, numbers);
        }
    }

    public boolean holds() {
        return writers.stream().allMatch(OfWriter::holds);
    }

    public long acknowledged() {
        return writers.stream().mapToLong(OfWriter::acknowledged).sum();
    }

    public long missing() {
        return writers.stream().mapToLong(writer -> writer.missing().count()).sum();
    }

    /// One line for each client whose rows are not as they should be.
    public String complaints() {
        return writers.stream()
                .filter(writer -> !writer.holds())
                .map(OfWriter::inWords)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
