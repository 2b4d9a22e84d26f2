package dev.daybreak.migration;

import java.util.Optional;

/// What must be before the old instance is deleted, and how it goes.
///
/// @param greenDays how many validations in a row must have found nothing
/// @param stoppedDays how long the instance is stopped before it is deleted
/// @param remove what is deleted: the instance alone, or the stack that made it
/// @param oldStack the CloudFormation stack that owns the instance, where there is one
/// @param applicationRole the name of the application's IAM role, where the old stack owns it
/// @param keepAutomatedBackups whether AWS keeps the automated backups after the deletion
/// @param finalSnapshot the name of the last snapshot; one that exists already is never reused
public record Decommission(
        int greenDays,
        int stoppedDays,
        Remove remove,
        Optional<String> oldStack,
        Optional<String> applicationRole,
        boolean keepAutomatedBackups,
        String finalSnapshot) {
    /// What is deleted in the end.
    public enum Remove {
        INSTANCE,
        STACK
    }
}
