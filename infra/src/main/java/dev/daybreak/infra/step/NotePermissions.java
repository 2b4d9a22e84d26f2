package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;

import java.util.List;

/// What `Journal` does at AWS: with notes, and with the executions that they name.
final class NotePermissions {
    private static final String NOTES = "What one execution notes down for the next";

    private final Arns arns;

    NotePermissions(Arns arns) {
        this.arns = arns;
    }

    /// `Notes.read`.
    List<Permission> read() {
        return to("ssm:GetParameter");
    }

    /// `Notes.write`.
    List<Permission> write() {
        return to("ssm:PutParameter");
    }

    /// A note that is changed.
    List<Permission> change() {
        return to("ssm:GetParameter", "ssm:PutParameter");
    }

    /// `Journal.erase`.
    List<Permission> erase() {
        return to("ssm:DeleteParameter", "ssm:GetParameter");
    }

    /// `Journal.claim`: reads, erases and writes a note, and asks whether an execution runs.
    List<Permission> claim() {
        return all(to("ssm:DeleteParameter", "ssm:GetParameter", "ssm:PutParameter"), executions());
    }

    /// `Journal.running`.
    List<Permission> running() {
        return all(read(), executions());
    }

    /// `Executions.isRunning`.
    List<Permission> executions() {
        return List.of(
                Permission.to(List.of("states:DescribeExecution"), arns.executions())
                        .because("Executions are named by whoever starts them"));
    }

    private List<Permission> to(String... actions) {
        return List.of(Permission.to(List.of(actions), arns.notes()).because(NOTES));
    }
}
