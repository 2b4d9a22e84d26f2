package dev.daybreak.rehearsal.writers;

import dev.daybreak.rehearsal.postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// A client's one connection, and what it does there.
final class Session implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement row;
    private final PreparedStatement account;
    private final PreparedStatement visit;
    private final PreparedStatement activity;
    private final PreparedStatement settings;
    private final PreparedStatement look;

    Session(Database database) throws SQLException {
        connection = database.connect();
        try {
            connection.setAutoCommit(false);
            row = prepare("INSERT INTO live_write (writer, n) VALUES (?, ?)");
            account = prepare("UPDATE account SET touched = touched + 1 WHERE id = ?");
            visit = prepare("INSERT INTO visit (account_id, path, at) VALUES (?, '/live', now())");
            activity =
                    prepare(
                            "INSERT INTO activity (at, account_id, what)"
                                    + " VALUES (now(), ?, 'live')");
            settings =
                    prepare(
                            "UPDATE account SET settings = jsonb_set(settings, '{live}',"
                                    + " to_jsonb(clock_timestamp())) WHERE id = ?");
            look = prepare("SELECT count(*) FROM live_write WHERE writer = ? AND n = ?");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Everything of one transaction but its commit.
    void write(String writer, int n) throws SQLException {
        row.setString(1, writer);
        row.setInt(2, n);
        row.executeUpdate();
        change(account, 1 + n % 1000);
        if (n % 5 == 0) {
            change(visit, n);
        }
        if (n % 7 == 0) {
            change(activity, n);
        }
        if (n % 11 == 0) {
            change(settings, 1 + n % 1000);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    void read(String writer) throws SQLException {
        look.setString(1, writer);
        look.setInt(2, 1);
        look.executeQuery().close();
        connection.rollback();
    }

    /// Cuts the connection, as the death of a process does.
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException _) {
            return; // it was cut already
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            return; // the server closed it first
        }
    }

    private static void change(PreparedStatement statement, long id) throws SQLException {
        statement.setLong(1, id);
        statement.executeUpdate();
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }
}
