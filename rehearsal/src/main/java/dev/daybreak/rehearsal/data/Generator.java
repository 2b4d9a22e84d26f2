package dev.daybreak.rehearsal.data;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.DIED;

import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.rehearsal.postgres.ServerTrouble;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Fills an empty database, on the server and in two sessions at once.
final class Generator {
    /// Measured: what the other tables and their indexes leave of a megabyte, and what a row of the
    /// large table takes with its indexes.
    private static final long MEMORY_BYTES_PER_MB = 977_000;

    private static final long FIXED_BYTES = 8_400_000;
    private static final long BYTES_PER_ROW = 566;
    private static final long ACCOUNTS_PER_MB = 30;

    private final DataPlan plan;
    private final Database app;

    /// `app` is the database as its owner sees it.
    Generator(DataPlan plan, Database app) {
        this.plan = plan;
        this.app = app;
    }

    void run() {
        var megabytes = plan.size().megabytes();
        var rows = (megabytes * MEMORY_BYTES_PER_MB - FIXED_BYTES) / BYTES_PER_ROW;
        var accounts = ACCOUNTS_PER_MB * megabytes;
        both(
                () -> run(Statements.of("tables.sql", megabytes, plan.seed())),
                () -> run(Statements.of("memory.sql", rows, plan.seed(), accounts)));
        both(() -> run(Statements.of("constraints.sql")), () -> true);
        both(this::tidy, () -> true);
    }

    private boolean run(Statements statements) throws SQLException {
        try (var session = app.connectPatiently()) {
            statements.run(session);
            return true;
        }
    }

    /// Freezes all rows, as in a database that has been there for long: otherwise the first reader
    /// after a restore would rewrite every page.
    private boolean tidy() throws SQLException {
        try (var session = app.connectPatiently();
                var statement = session.createStatement()) {
            statement.execute("VACUUM (FREEZE, ANALYZE)");
            return true;
        }
    }

    private void both(Callable<Boolean> one, Callable<Boolean> other) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var ended : threads.invokeAll(List.of(one, other))) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException answer
                    ? ServerTrouble.answered("the data could not be made", answer)
                    : new ServerTrouble(DIED, "the data could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerTrouble(DIED, "making the data was interrupted", e);
        }
    }
}
