package dev.daybreak.rehearsal.asl;

/// A task failed with an error that is not the name of a Java class
/// (`Lambda.TooManyRequestsException`, `Sandbox.Timedout`).
public final class TaskFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public TaskFailed(String error, String cause) {
        super(error + ": " + cause);
        this.failure = Failure.of(error, cause);
    }

    public Failure failure() {
        return failure;
    }
}
