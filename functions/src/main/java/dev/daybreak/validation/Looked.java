package dev.daybreak.validation;

import java.util.List;

/// What a group of checks saw.
///
/// @param details what is worth knowing although it is no finding
/// @param checks what was looked at; a check that does not apply is not among them
public record Looked(List<Finding> findings, List<String> details, List<Check> checks) {
    public Looked {
        findings = List.copyOf(findings);
        details = List.copyOf(details);
        checks = List.copyOf(checks);
    }
}
