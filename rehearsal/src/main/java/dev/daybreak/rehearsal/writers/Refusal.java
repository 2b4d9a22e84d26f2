package dev.daybreak.rehearsal.writers;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/// Why a client's attempt failed, as the application would tell it from the SQLSTATE
/// (https://www.postgresql.org/docs/16/errcodes-appendix.html).
public enum Refusal {
    /// 42501: the fence took the right to connect, or to write.
    NO_PERMISSION,
    /// 25006: the database is read-only.
    READ_ONLY,
    /// 57P01 to 57P05: the server, or somebody on it, ended the session.
    SESSION_ENDED,
    /// 28xxx: user or password are not accepted.
    LOGIN_REFUSED,
    /// 08001, 08004: nobody listens there, or it does not answer.
    UNREACHABLE,
    /// 08xxx: the connection broke.
    CONNECTION_LOST,
    /// 3D000: there is no such database.
    NO_SUCH_DATABASE,
    /// 53xxx: no connection, memory or disk is left.
    NO_RESOURCES,
    /// 57014: a timeout cancelled the statement.
    CANCELLED,
    OTHER;

    public static Refusal of(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "42501" -> NO_PERMISSION;
            case "25006" -> READ_ONLY;
            case "57014" -> CANCELLED;
            case "3D000" -> NO_SUCH_DATABASE;
            case "08001", "08004" -> UNREACHABLE;
            default -> ofClass(state);
        };
    }

    /// Whether the server itself said that it did not do it. An error of any other kind, and one
    /// with which the session ends, may hide that a commit was done.
    static boolean isAnswer(SQLException e) {
        return e instanceof PSQLException said
                && said.getServerErrorMessage() != null
                && "ERROR".equals(said.getServerErrorMessage().getSeverity());
    }

    /// Whether the session is gone.
    boolean endsSession() {
        return switch (this) {
            case SESSION_ENDED, LOGIN_REFUSED, UNREACHABLE, CONNECTION_LOST, NO_SUCH_DATABASE ->
                    true;
            case NO_PERMISSION, READ_ONLY, NO_RESOURCES, CANCELLED, OTHER -> false;
        };
    }

    private static Refusal ofClass(String state) {
        if (state.startsWith("57P")) {
            return SESSION_ENDED;
        }
        if (state.startsWith("28")) {
            return LOGIN_REFUSED;
        }
        if (state.startsWith("08")) {
            return CONNECTION_LOST;
        }
        return state.startsWith("53") ? NO_RESOURCES : OTHER;
    }
}
