package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final List<Link> links;

    private ComparedSide(List<Link> links) {
        this.links = links;
    }

    static ComparedSide open(
            Connector connector, Address address, Credentials credentials, int workers) {
        var opened = new ComparedSide(new ArrayList<>());
        try {
            for (int i = 0; i < workers; i++) {
                opened.links.add(connector.open(address, credentials));
            }
            opened.shareSnapshot();
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void shareSnapshot() {
        for (var link : links) {
            link.run("Pinning the settings", SETTINGS);
            link.beginReading();
        }
        var snapshot =
                lead().row(
                                "Exporting the snapshot",
                                "SELECT pg_export_snapshot()",
                                row -> row.getString(1));
        for (var link : links.subList(1, links.size())) {
            link.run("Sharing the snapshot", "SET TRANSACTION SNAPSHOT " + Quoted.text(snapshot));
        }
    }

    Link lead() {
        return links.getFirst();
    }

    List<Link> links() {
        return links;
    }

    Map<String, ComparedTable> tables() {
        return lead()
                .rows("Reading the tables", SqlText.TABLES.text(), ComparedTable::read)
                .stream()
                .collect(
                        Collectors.toMap(
                                ComparedTable::name,
                                Function.identity(),
                                (one, _) -> one,
                                TreeMap::new));
    }

    void cancel() {
        links.forEach(Link::cancel);
    }

    @Override
    public void close() {
        links.forEach(Link::close);
    }
}
