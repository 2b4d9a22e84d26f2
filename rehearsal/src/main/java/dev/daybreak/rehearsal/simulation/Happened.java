package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.fault.FaultPlan;

/// A fault that had a place to happen.
///
/// @param how that very execution ended: `finished`, an error's name such as `Returned`, …
public record Happened(FaultPlan.Planned planned, String workflow, String state, String how) {
    /// `workflow.State`.
    public String place() {
        return workflow + "." + state;
    }

    @Override
    public String toString() {
        return "%s in %s".formatted(planned, place());
    }
}
