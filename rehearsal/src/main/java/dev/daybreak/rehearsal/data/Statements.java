package dev.daybreak.rehearsal.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// The SQL that lies beside these classes, one statement between two empty lines.
record Statements(List<String> all) {
    /// Reads a file and fills in its numbers, as `String.format` does.
    static Statements of(String file, Object... numbers) {
        try (var in = Statements.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing on the class path");
            }
            var text = new String(in.readAllBytes(), UTF_8);
            var written = numbers.length == 0 ? text : text.formatted(numbers);
            return new Statements(Arrays.asList(written.split("\n\n", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    /// Runs them all in one transaction.
    void run(Connection session) throws SQLException {
        session.setAutoCommit(false);
        try (var statement = session.createStatement()) {
            for (var sql : all) {
                statement.execute(sql);
            }
        }
        session.commit();
        session.setAutoCommit(true);
    }
}
