package dev.daybreak.rehearsal.command;

/// The machine is not as it must be for this; the message says what to do.
final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNow(String message) {
        super(message);
    }
}
