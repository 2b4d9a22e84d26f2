package dev.daybreak.rollback;

/// What one rollback will do.
///
/// @param run this execution's part of every name
/// @param instance the old one
/// @param settleSeconds how long a function that an earlier rollback left at work may still be; 0
///   where none was before
/// @param acceptLoss whether it goes on where writes would be lost
public record RollbackPlan(
        String run,
        String instance,
        boolean acceptLoss,
        long settleSeconds,
        long repairSeconds,
        long slowPollSeconds,
        long quickPollSeconds) {}
