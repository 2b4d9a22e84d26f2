package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Holdings;
import dev.daybreak.proof.Holding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Reads a real database in one snapshot, with the same checksums that a comparison uses. Sequences
/// are left out: a restored copy goes on from where the write-ahead log allows, not from where the
/// source stood. So are unlogged tables, which no snapshot carries.
public final class PostgresHoldings implements Holdings {
    private static final String UNLOGGED =
            """
            SELECT format('%I.%I', n.nspname, c.relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relpersistence = 'u'
            """;

    private final Connector connector;
    private final InstantSource clock;

    public PostgresHoldings(Connector connector, InstantSource clock) {
        this.connector = connector;
        this.clock = clock;
    }

    @Override
    public Holding of(Address address, Credentials daybreak) {
        try (var side = ComparedSide.open(connector, address, daybreak, 0)) {
            var tables = side.tables();
            tables.keySet().removeAll(unlogged(side.lead()));
            var lines = new ArrayList<String>();
            long rows = 0;
            for (var table : tables.values()) {
                var tally = Piece.whole(table, RowHash.TEXT).tally(side.lead(), clock);
                rows += tally.rows();
                lines.add("%s %d %s".formatted(table.name(), tally.rows(), tally.checksum()));
            }
            return new Holding(
                    schema(side.lead()), tables.size(), rows, digest(String.join("\n", lines)));
        }
    }

    private static List<String> unlogged(Link link) {
        return link.rows("Reading unlogged tables", UNLOGGED, row -> row.getString(1));
    }

    private static String schema(Link link) {
        var what = "Reading the schema";
        var things =
                link.rows(
                        what,
                        SqlText.SCHEMA.text(),
                        row ->
                                "%s|%s|%s"
                                        .formatted(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3)));
        return digest(String.join("\n", things));
    }

    private static String digest(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
