package dev.daybreak.note;

import java.time.LocalDate;
import java.util.Map;

/// Counters as they stood on a day, for the days after to compare with.
public record Reading(LocalDate day, Map<String, Long> values) {
    public Reading {
        values = Map.copyOf(values);
    }
}
