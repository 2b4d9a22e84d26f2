package dev.daybreak.aws;

/// What a step of the cutover is there for; each may run under a role of its own.
public enum Duty {
    /// Takes snapshots of the source.
    SNAPSHOT,
    /// Orders Aurora's stack.
    AURORA,
    /// Builds what the stack describes: CloudFormation's role, or that of who orders the stack.
    BUILD,
    /// Removes a trial cluster with its stack.
    REMOVAL,
    /// Swaps the host in the application's secret.
    SECRET,
    /// Logs in to the databases.
    LOGIN,
    /// Tells people.
    ALERT
}
