package dev.daybreak.proof;

import java.util.List;

/// The outcome of comparing both databases, table by table. A query that failed is a fault, never
/// an equal.
///
/// @param method how rows were hashed
/// @param tables at most [#TABLES_MAX], those that differ first, then the largest
/// @param tablesCompared how many there were in all
/// @param bytes what was read, both sides
/// @param milliseconds the whole comparison, as long as somebody waited for it
public record Comparison(
        Method method,
        List<TableProof> tables,
        int tablesCompared,
        long rows,
        long bytes,
        long milliseconds,
        List<Difference> differences,
        int differencesInAll) {
    /// A result travels through the workflow's state, which holds 256 KiB.
    public static final int TABLES_MAX = 200;

    /// What a person reads; the count tells the whole.
    public static final int DIFFERENCES_MAX = 30;

    public Comparison {
        tables = List.copyOf(tables);
        differences = List.copyOf(differences);
        if (differences.isEmpty() != (differencesInAll == 0)) {
            throw new IllegalArgumentException("the list of differences and their count disagree");
        }
    }

    public boolean isEqual() {
        return differencesInAll == 0;
    }
}
