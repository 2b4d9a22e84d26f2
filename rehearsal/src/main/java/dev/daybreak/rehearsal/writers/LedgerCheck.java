package dev.daybreak.rehearsal.writers;

import dev.daybreak.rehearsal.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds a database against the ledger, row by row; it streams the rows and keeps two bits of each.
public final class LedgerCheck {
    private static final int FETCH_ROWS = 10_000;

    /// What the database holds of one client's rows.
    private static final class Found {
        private final Numbers once = new Numbers();
        private final Numbers again = new Numbers();

        private void add(int n) {
            if (!once.add(n)) {
                again.add(n);
            }
        }
    }

    private final Ledger ledger;

    public LedgerCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    /// When all clients have stopped. A database that cannot be read fails the check.
    public LedgerVerdict check(Database database) throws SQLException {
        var found = read(database);
        ledger.pages().forEach(page -> found.computeIfAbsent(page.writer(), _ -> new Found()));
        List<LedgerVerdict.OfWriter> verdicts =
                found.entrySet().stream().map(e -> judge(e.getKey(), e.getValue())).toList();
        return new LedgerVerdict(verdicts);
    }

    private static Map<String, Found> read(Database database) throws SQLException {
        var found = new TreeMap<String, Found>();
        try (var connection = database.connectPatiently()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(FETCH_ROWS);
                try (var rows = statement.executeQuery("SELECT writer, n FROM live_write")) {
                    while (rows.next()) {
                        found.computeIfAbsent(rows.getString(1), _ -> new Found())
                                .add(number(rows));
                    }
                }
            }
            connection.rollback();
        }
        return found;
    }

    /// A number that no client can have used counts as number 0, which none uses either.
    private static int number(ResultSet rows) throws SQLException {
        var n = rows.getLong(2);
        return n > 0 && n < Integer.MAX_VALUE ? (int) n : 0;
    }

    private LedgerVerdict.OfWriter judge(String writer, Found found) {
        var acknowledged = ledger.page(writer).map(Page::acknowledged).orElseGet(Numbers::new);
        var inDoubt = ledger.page(writer).map(Page::inDoubt).orElseGet(Numbers::new);
        return new LedgerVerdict.OfWriter(
                writer,
                acknowledged.count(),
                inDoubt.alsoIn(found.once).count(),
                acknowledged.without(found.once),
                found.again,
                found.once.without(acknowledged).without(inDoubt));
    }
}
