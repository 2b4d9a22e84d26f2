package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One of the two databases, seen through several connections that all see the same snapshot, with
/// every setting pinned that shapes a value's text.
final class ComparedSide implements AutoCloseable {
    /// `extra_float_digits` 1 is the shortest text that keeps every bit, since PostgreSQL 12;
    /// `row_security` off turns rows that a policy would hide into an error. A server that looks
    /// for its client stops reading once Lambda has ended us; it would go on for hours beside the
    /// next try.
    static final String SETTINGS =
            """
            SET search_path = ''; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';
            SET TimeZone = 'UTC'; SET extra_float_digits = 1; SET bytea_output = 'hex';
            SET lc_monetary = 'C'; SET quote_all_identifiers = off; SET row_security = off;
            SET jit = off;
            SELECT set_config(name, '0', false) FROM pg_settings
            WHERE name IN ('statement_timeout', 'lock_timeout', 'transaction_timeout',
                           'idle_in_transaction_session_timeout', 'idle_session_timeout');
            SELECT set_config(name, '5s', false) FROM pg_settings
            WHERE name = 'client_connection_check_interval'
            """;

    private static final String PINNING = "Pinning the settings";

    /// No such snapshot, as older and as newer servers say it.
    private static final Set<String> GONE = Set.of("22023", "42704");

    /// Longer than a function lives and its next call takes to begin. The one that waits has read
    /// no table of the user's, so it locks none.
    private static final String HOLD = "SET idle_in_transaction_session_timeout = '20min'";

    private final Link lead;
    private final List<Link> readers = new ArrayList<>();
    private String snapshot = "";
    private boolean isHeld;

    private ComparedSide(Link lead) {
        this.lead = lead;
    }

    /// @param workers connections that read tables, beside the one that all of them depend on
    static ComparedSide open(
            Connector connector, Address address, Credentials credentials, int workers) {
        return opened(connector, address, credentials, workers, Optional.empty()).orElseThrow();
    }

    /// Sees what the one who exported a snapshot saw; nothing where that one is gone.
    static Optional<ComparedSide> reopen(
            Connector connector,
            Address address,
            Credentials credentials,
            int workers,
            String snapshot) {
        return opened(connector, address, credentials, workers, Optional.of(snapshot));
    }

    private static Optional<ComparedSide> opened(
            Connector connector,
            Address address,
            Credentials credentials,
            int workers,
            Optional<String> snapshot) {
        var side = new ComparedSide(connector.open(address, credentials));
        try {
            if (!side.begin(snapshot)) {
                side.close();
                return Optional.empty();
            }
            for (int i = 0; i < workers; i++) {
                side.readers.add(connector.open(address, credentials));
                side.share(side.readers.getLast());
            }
            return Optional.of(side);
        } catch (RuntimeException e) {
            side.close();
            throw e;
        }
    }

    private boolean begin(Optional<String> from) {
        lead.run(PINNING, SETTINGS);
        lead.beginReading();
        if (from.isPresent() && !isTaken(from.get())) {
            return false;
        }
        snapshot =
                lead.row(
                        "Exporting the snapshot",
                        "SELECT pg_export_snapshot()",
                        row -> row.getString(1));
        return true;
    }

    private boolean isTaken(String from) {
        try {
            lead.execute(taking(from));
            return true;
        } catch (SQLException e) {
            if (GONE.contains(Optional.ofNullable(e.getSQLState()).orElse(""))) {
                return false;
            }
            throw lead.fault("Going on with the snapshot", e);
        }
    }

    private void share(Link reader) {
        reader.run(PINNING, SETTINGS);
        reader.beginReading();
        reader.run("Sharing the snapshot", taking(snapshot));
    }

    private static String taking(String snapshot) {
        return "SET TRANSACTION SNAPSHOT " + Quoted.text(snapshot);
    }

    /// The one that has the snapshot and reads no table.
    Link lead() {
        return lead;
    }

    List<Link> readers() {
        return List.copyOf(readers);
    }

    String snapshot() {
        return snapshot;
    }

    /// Keeps the snapshot open beyond the others, for whoever goes on with it.
    Link hold() {
        lead.run("Holding the snapshot", HOLD);
        isHeld = true;
        return lead;
    }

    Map<String, ComparedTable> tables() {
        return lead.rows("Reading the tables", SqlText.TABLES.text(), ComparedTable::read).stream()
                .collect(
                        Collectors.toMap(
                                ComparedTable::name,
                                Function.identity(),
                                (one, _) -> one,
                                TreeMap::new));
    }

    void cancel() {
        readers.forEach(Link::cancel);
    }

    @Override
    public void close() {
        readers.forEach(Link::close);
        if (!isHeld) {
            lead.close();
        }
    }
}
