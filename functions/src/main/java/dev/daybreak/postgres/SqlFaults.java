package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What each SQLSTATE means to the workflow, and which of the server's words may be repeated: only
/// those of classes whose messages name objects and never quote values.
///
/// @see <a href="https://www.postgresql.org/docs/16/errcodes-appendix.html">error codes</a>
final class SqlFaults {
    private SqlFaults() {}

    /// @param start of the SQLSTATE; the first row that fits decides
    private record Rule(String start, boolean isQuotable, Function<String, Fault> fault) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule("08", true, Unavailable::new),
                    new Rule("28", true, Denied::new),
                    new Rule("3D000", true, Unexpected::new),
                    new Rule("40", true, Unavailable::new),
                    new Rule("42501", true, Denied::new),
                    new Rule("42601", false, Unexpected::new),
                    new Rule("42", true, Unexpected::new),
                    new Rule("53", true, Unavailable::new),
                    new Rule("55P03", true, Unavailable::new),
                    new Rule("57014", true, Unavailable::new),
                    new Rule("57P0", true, Unavailable::new),
                    new Rule("", false, Unexpected::new));

    /// @param what in the present participle: "Reading the tables"
    static Fault of(String what, Address address, String user, SQLException e) {
        var state = Optional.ofNullable(e.getSQLState()).orElse("");
        var rule = RULES.stream().filter(r -> state.startsWith(r.start())).findFirst();
        var because = rule.filter(Rule::isQuotable).flatMap(_ -> serverSays(e));
        var text =
                "%s on %s as %s failed: %s (SQLSTATE %s)"
                        .formatted(
                                what,
                                address,
                                user,
                                because.orElseGet(() -> rootOf(e)),
                                state.isEmpty() ? "none" : state);
        return rule.orElseThrow().fault().apply(text);
    }

    /// The primary message alone: DETAIL, HINT and CONTEXT may hold rows and statements.
    private static Optional<String> serverSays(SQLException e) {
        return e instanceof PSQLException server
                ? Optional.ofNullable(server.getServerErrorMessage())
                        .map(ServerErrorMessage::getMessage)
                : Optional.empty();
    }

    /// Where the server said nothing, the kind of the deepest cause tells most: a
    /// `ConnectException`, a `SocketTimeoutException`.
    private static String rootOf(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException
                ? "the server's words are not repeated here"
                : root.getClass().getSimpleName();
    }
}
