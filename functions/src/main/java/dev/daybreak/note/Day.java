package dev.daybreak.note;

import java.time.LocalDate;
import java.util.List;

/// What a day's validation found.
///
/// @param day in the zone of the settings
/// @param findings the names of the checks that found something; none on a green day
public record Day(LocalDate day, List<String> findings) {
    public Day {
        findings = List.copyOf(findings);
    }

    public boolean isGreen() {
        return findings.isEmpty();
    }
}
