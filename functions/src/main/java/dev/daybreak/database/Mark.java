package dev.daybreak.database;

import java.math.BigInteger;
import java.util.Map;

/// A server's position, from which a later look tells whether anybody wrote since. Equal marks mean
/// that nobody wrote, where no transaction was open at the first; different ones do not mean that
/// somebody did (autoanalyze takes transaction ids too).
///
/// @param nextTransaction `pg_snapshot_xmax(pg_current_snapshot())`, 64 bit, of the whole server
/// @param sequences the sum of all `last_value`s of the database's sequences
/// @param preparedTransactions how many wait in `pg_prepared_xacts` for this database
/// @param openTransactions how many had a transaction id and had not ended (`pg_snapshot_xip`): one
///   that commits later need not move `nextTransaction`
/// @param changes rows inserted, updated and deleted since the statistics began, all tables
/// @param changesByTable the same for the busiest tables, at most [#TABLES_MAX] of them
public record Mark(
        long nextTransaction,
        BigInteger sequences,
        int preparedTransactions,
        int openTransactions,
        long changes,
        Map<String, Long> changesByTable) {
    /// A mark travels through the workflow's state, which holds 256 KiB.
    public static final int TABLES_MAX = 500;

    public Mark {
        changesByTable = Map.copyOf(changesByTable);
        if (changesByTable.size() > TABLES_MAX) {
            throw new IllegalArgumentException(
                    "a mark names at most %d tables".formatted(TABLES_MAX));
        }
    }
}
