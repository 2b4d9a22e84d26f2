package dev.daybreak.rollback;

/// What one rollback will do.
///
/// @param run this execution's part of every name
/// @param acceptLoss whether it goes on where writes would be lost
public record RollbackPlan(
        String run,
        boolean acceptLoss,
        long repairSeconds,
        long slowPollSeconds,
        long quickPollSeconds) {}
