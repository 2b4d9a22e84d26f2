package dev.daybreak.rehearsal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybreak.rehearsal.writers.Ledger;
import dev.daybreak.rehearsal.writers.Page;
import dev.daybreak.rehearsal.writers.Rate;
import dev.daybreak.rehearsal.writers.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final int WRITERS = 3;
    private static final Rate BUSY = new Rate(400);

    @TempDir(factory = OpenFolder.class)
    private static Path temp;

    private static final Ledger LEDGER = new Ledger();
    private static PostgresServer source;
    private static Snapshot snapshot;
    private static Map<String, Integer> before;
    private static PostgresServer copy;

    @BeforeAll
    static void snapshotUnderLoad() throws SQLException {
        source = Servers.moved(temp.resolve("source"));
        Servers.execute(
                source.database("mosaic", Servers.MASTER),
                "CREATE UNLOGGED TABLE brief AS SELECT generate_series(1, 1000) AS n");
        Servers.execute(
                source.admin(), "SELECT pg_create_physical_replication_slot('other', true)");
        var writers = IntStream.range(0, WRITERS).mapToObj(SnapshotTest::writer).toList();
        awaitMore(writers);
        before = acknowledged();
        snapshot = Snapshot.take(source, temp.resolve("snapshot"), Progress.UNHEARD);
        awaitMore(writers);
        writers.forEach(Writer::stop);
        copy = restored("copy");
    }

    @AfterAll
    static void stop() {
        copy.close();
        source.close();
    }

    @Test
    void holdsEachWritersRowsWithoutHoles() throws SQLException {
        for (var page : LEDGER.pages()) {
            var rows = "SELECT %s FROM live_write WHERE writer = '" + page.writer() + "'";
            var count = Integer.parseInt(ask(copy, rows.formatted("count(DISTINCT n)")));
            assertThat(ask(copy, rows.formatted("max(n)"))).isEqualTo("" + count);
            assertThat(count)
                    .isGreaterThanOrEqualTo(before.getOrDefault(page.writer(), 0))
                    .isLessThan(page.acknowledged().count());
        }
    }

    @Test
    void leavesBehindWhatBelongsToTheServer() throws SQLException {
        assertThat(ask(copy, "SELECT count(*) FROM pg_replication_slots")).isEqualTo("0");
        assertThat(ask(copy, "SELECT count(*) FROM brief")).isEqualTo("0");
        assertThat(ask(source, "SELECT count(*) FROM pg_replication_slots")).isEqualTo("1");
        assertThat(ask(copy, "SELECT pg_is_in_recovery()")).isEqualTo("f");
    }

    @Test
    void givesTheSameEachTimeItIsRestored() throws SQLException {
        var sum =
                "SELECT concat_ws(' ', (SELECT count(*) || ',' || sum(hashtextextended(t::text, 0))"
                        + " FROM live_write t), (SELECT sum(hashtextextended(t::text, 0)) FROM"
                        + " account t), (SELECT last_value FROM live_write_id_seq))";
        try (var again = restored("again")) {
            assertThat(ask(again, sum)).isEqualTo(ask(copy, sum));
        }
    }

    @Test
    void isNotMixedWithTheFilesOfAnotherFolder() throws IOException {
        var full = Files.createDirectories(temp.resolve("full"));
        Files.writeString(full.resolve("letter"), "dear reader");
        assertThatExceptionOfType(ServerTrouble.class)
                .isThrownBy(() -> Snapshot.take(source, full, Progress.UNHEARD))
                .withMessageContaining("has files in it");
        assertThat(full.resolve("letter")).exists();
    }

    private static PostgresServer restored(String name) {
        return snapshot.restore(temp.resolve(name), Progress.UNHEARD)
                .start("aurora", Address.free("127.0.0.3"), ServerSettings.aurora(Map.of()));
    }

    private static Writer writer(int i) {
        var app = source.database("mosaic", Servers.MASTER);
        return Writer.pod(LEDGER, "pod-" + i, app, BUSY);
    }

    private static void awaitMore(List<Writer> writers) {
        for (var writer : writers) {
            var now = writer.page().counts().acknowledged();
            Servers.await("writes", () -> writer.page().counts().acknowledged() > now + 100);
        }
    }

    private static Map<String, Integer> acknowledged() {
        var counts = new TreeMap<String, Integer>();
        for (Page page : LEDGER.pages()) {
            counts.put(page.writer(), page.acknowledged().count());
        }
        return counts;
    }

    private static String ask(PostgresServer server, String sql) throws SQLException {
        return Servers.ask(server.database("mosaic", Servers.MASTER), sql);
    }
}
