package dev.daybreak.rehearsal.postgres;

import java.sql.SQLException;

/// A server of the rehearsal does not do what it should; the message says what to do about it.
public final class ServerTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why, for callers that can do something about it.
    public enum Reason {
        PORT_IN_USE,
        NO_SPACE,
        CANNOT_RUN,
        BAD_SETTING,
        DIED,
        TOO_SLOW,
        BAD_DIRECTORY
    }

    private final Reason reason;

    public ServerTrouble(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public ServerTrouble(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /// What the server answered; a full disk is told apart from everything else.
    public static ServerTrouble answered(String what, SQLException e) {
        return "53100".equals(e.getSQLState())
                ? new ServerTrouble(
                        Reason.NO_SPACE,
                        what + ": the disk is full. Free some, or choose a smaller --size",
                        e)
                : new ServerTrouble(Reason.DIED, what + ": " + e.getMessage(), e);
    }

    public Reason reason() {
        return reason;
    }
}
