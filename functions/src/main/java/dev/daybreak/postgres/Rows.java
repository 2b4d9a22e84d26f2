package dev.daybreak.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// A result that is read row by row, with the next row in sight, and never held as a whole.
final class Rows<T> implements AutoCloseable {
    private final Link link;
    private final String what;
    private final ResultSet rows;
    private final Link.Reader<T> reader;
    private Optional<T> next;

    Rows(Link link, String what, ResultSet rows, Link.Reader<T> reader) {
        this.link = link;
        this.what = what;
        this.rows = rows;
        this.reader = reader;
        this.next = read();
    }

    /// The row that comes next; empty at the end.
    Optional<T> peek() {
        return next;
    }

    void advance() {
        next = read();
    }

    private Optional<T> read() {
        try {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw link.fault(what, e);
        }
    }

    @Override
    public void close() {
        try {
            rows.getStatement().close();
        } catch (SQLException e) {
            throw link.fault(what, e);
        }
    }
}
