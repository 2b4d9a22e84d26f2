package dev.daybreak.begin;

/// What one execution will do: the settings, what its input chose, and the names of what it makes.
/// Names come from the execution, so that a step which runs twice means the same things.
///
/// @param run this execution's part of every name: 1 to 20 lower-case letters, digits and hyphens
/// @param snapshot of the source as it is before the window
/// @param finalSnapshot of the source behind the fence, where it is needed
/// @param approval `required` or `none`
/// @param onLateWrites `resnapshot` or `return`
/// @param rebuild whether late writes lead to a second snapshot and cluster
public record Plan(
        String run,
        String snapshot,
        String finalSnapshot,
        String approval,
        String onLateWrites,
        boolean rebuild,
        long approvalSeconds,
        long repairSeconds,
        long slowPollSeconds,
        long quickPollSeconds) {

    /// The name of the snapshot before the window. RDS wants 1 to 255 letters, digits and single
    /// hyphens, a letter first and no hyphen last
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html>).
    public static String snapshot(String name, String run) {
        return "%s-%s-first".formatted(name, run);
    }

    /// The name of the snapshot behind the fence.
    public static String finalSnapshot(String name, String run) {
        return "%s-%s-final".formatted(name, run);
    }
}
