package dev.daybreak.decommission;

/// What one execution does, and the names of what it makes.
///
/// @param run this execution's part of every name
/// @param instance that is taken away
/// @param trial the throw-away instance that the last snapshot is tried on
/// @param removesStack whether the old stack is deleted, too
/// @param restPollSeconds between two looks at the days of rest
/// @param stopPollSeconds between two tries to stop an instance that is busy
public record DecommissionPlan(
        String run,
        String instance,
        String trial,
        boolean removesStack,
        long approvalSeconds,
        long restPollSeconds,
        long stopPollSeconds,
        long slowPollSeconds) {}
