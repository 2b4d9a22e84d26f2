package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Unexpected;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An open connection that speaks in faults: whatever fails says what, where and as whom.
final class Link implements AutoCloseable {
    /// Rows that are fetched at once where a result is streamed.
    private static final int FETCH_ROWS = 1_000;

    private final Connection connection;
    private final Address address;
    private final String user;
    private volatile Optional<Statement> running = Optional.empty();

    Link(Connection connection, Address address, String user) {
        this.connection = connection;
        this.address = address;
        this.user = user;
    }

    /// Makes something of the row that a result stands on.
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    Address address() {
        return address;
    }

    int pid() {
        return row("Asking for our process", "SELECT pg_backend_pid()", row -> row.getInt(1));
    }

    void run(String what, String sql) {
        attempt(
                what,
                () -> {
                    execute(sql);
                    return true;
                });
    }

    /// For the few who must know the SQLSTATE.
    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    <T> T row(String what, String sql, Reader<T> reader, Object... parameters) {
        var rows = rows(what, sql, reader, parameters);
        if (rows.size() != 1) {
            throw new Unexpected(
                    "%s on %s gave %d rows where one was expected."
                            .formatted(what, address, rows.size()));
        }
        return rows.getFirst();
    }

    <T> List<T> rows(String what, String sql, Reader<T> reader, Object... parameters) {
        return attempt(
                what,
                () -> {
                    var found = new ArrayList<T>();
                    try (var statement = connection.prepareStatement(sql)) {
                        running = Optional.of(statement);
                        for (int i = 0; i < parameters.length; i++) {
                            statement.setObject(i + 1, sqlValue(parameters[i]));
                        }
                        try (var rows = statement.executeQuery()) {
                            while (rows.next()) {
                                found.add(reader.read(rows));
                            }
                        }
                    }
                    return found;
                });
    }

    /// Streams a result that may not fit into memory; needs an open transaction.
    <T> Rows<T> stream(String what, String sql, Reader<T> reader) {
        return attempt(
                what,
                () -> {
                    var statement = connection.createStatement();
                    statement.setFetchSize(FETCH_ROWS);
                    return new Rows<>(this, what, statement.executeQuery(sql), reader);
                });
    }

    void begin() {
        attempt(
                "Beginning",
                () -> {
                    connection.setAutoCommit(false);
                    return true;
                });
    }

    /// Begins a transaction that sees one state of the database and changes nothing.
    void beginReading() {
        attempt(
                "Beginning to read",
                () -> {
                    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                    connection.setReadOnly(true);
                    connection.setAutoCommit(false);
                    return true;
                });
    }

    void commit() {
        attempt(
                "Committing",
                () -> {
                    connection.commit();
                    connection.setAutoCommit(true);
                    return true;
                });
    }

    Fault fault(String what, SQLException e) {
        return SqlFaults.of(what, address, user, e);
    }

    private Object sqlValue(Object value) throws SQLException {
        return switch (value) {
            case Integer[] numbers -> connection.createArrayOf("int4", numbers);
            case String[] texts -> connection.createArrayOf("text", texts);
            default -> value;
        };
    }

    private <T> T attempt(String what, Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw fault(what, e);
        }
    }

    /// Cuts off what the server is doing here, from another thread; whoever uses this link fails.
    void cancel() {
        try {
            if (running.isPresent()) {
                running.get().cancel();
            }
            connection.abort(Runnable::run);
        } catch (SQLException _) {
            // What can't be cut off ends by itself, and nobody waits for its result.
        }
    }

    /// An open transaction is rolled back by the server. A connection that is already lost is
    /// closed all the same.
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // Nothing is left to be saved: whoever needed a commit has asked for it.
        }
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
