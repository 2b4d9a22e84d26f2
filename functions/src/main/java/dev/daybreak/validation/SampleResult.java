package dev.daybreak.validation;

import java.util.List;

/// What a sampled comparison found.
///
/// @param tables how many were sampled
/// @param rows how many were compared
/// @param inFlight rows that were left out, because they changed meanwhile
/// @param differences one text for each table that differs
/// @param left tables that cannot be sampled, for want of a key that can be looked up
public record SampleResult(
        int tables, long rows, long inFlight, List<String> differences, List<String> left) {
    public SampleResult {
        differences = List.copyOf(differences);
        left = List.copyOf(left);
    }
}
