package dev.daybreak.rehearsal.writers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.rehearsal.postgres.Login;
import dev.daybreak.rehearsal.postgres.OpenFolder;
import dev.daybreak.rehearsal.postgres.PostgresServer;
import dev.daybreak.rehearsal.postgres.ServerSettings;
import dev.daybreak.rehearsal.postgres.Servers;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
    private static final Rate BUSY = new Rate(300);
    private static final String END_SESSIONS =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'mosaic'";

    @TempDir(factory = OpenFolder.class)
    private static Path temp;

    private static PostgresServer server;
    private Ledger ledger;

    @BeforeAll
    static void start() {
        server = Servers.moved(temp.resolve("source"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void emptyTheTable() throws SQLException {
        Servers.execute(app(), "TRUNCATE live_write");
        ledger = new Ledger();
        ledger.name(server.address(), "rds");
    }

    @Test
    void saysWhyItIsRefusedAndWritesAgainWhenTheFenceIsLifted() throws SQLException {
        try (var writer = Writer.pod(ledger, "pod", app(), BUSY)) {
            awaitMore(writer);
            Servers.execute(
                    server.admin(),
                    "ALTER DATABASE mosaic SET default_transaction_read_only = on",
                    END_SESSIONS);
            awaitRefusal(writer, Refusal.READ_ONLY);
            Servers.execute(
                    server.admin(),
                    "SET ROLE mosaic",
                    "REVOKE CONNECT ON DATABASE mosaic FROM PUBLIC, mosaic",
                    "RESET ROLE",
                    END_SESSIONS);
            awaitRefusal(writer, Refusal.NO_PERMISSION);
            // In this order: a session that came in earlier would stay read-only for ever.
            Servers.execute(
                    server.admin(),
                    "ALTER DATABASE mosaic RESET default_transaction_read_only",
                    "SET ROLE mosaic",
                    "GRANT CONNECT ON DATABASE mosaic TO PUBLIC, mosaic");
            awaitMore(writer);
        }
        assertThat(ledger.timeline().longest().orElseThrow().length()).isPositive();
        assertThat(check().complaints()).isEmpty();
    }

    @Test
    void onlyReadsWhileItIsQuiet() throws SQLException {
        try (var writer = Writer.pod(ledger, "pod", app(), BUSY)) {
            awaitMore(writer);
            writer.quiet(true);
            Servers.await("a read", () -> ledger.counts().reads() > 2);
            var written = Servers.ask(app(), "SELECT count(*) FROM live_write");
            Servers.await("more reads", () -> ledger.counts().reads() > 10);
            assertThat(Servers.ask(app(), "SELECT count(*) FROM live_write")).isEqualTo(written);
            writer.quiet(false);
            awaitMore(writer);
        }
    }

    @Test
    void losesNothingThatWasAcknowledgedWhenTheServerCrashes() throws SQLException {
        try (var one = Writer.pod(ledger, "one", app(), BUSY);
                var other = Writer.stray(ledger, "other", app(), BUSY)) {
            awaitMore(one);
            awaitMore(other);
            crash();
            awaitRefusal(one, Refusal.UNREACHABLE);
            server = server.cluster().start("rds", server.address(), ServerSettings.rds());
            awaitMore(one);
            awaitMore(other);
        }
        assertThat(check().complaints()).isEmpty();
        assertThat(check().acknowledged()).isGreaterThan(40);
    }

    @Test
    void finishesItsTransactionWhenItIsToldToStop() throws SQLException {
        var writer = Writer.pod(ledger, "pod", app(), BUSY);
        awaitMore(writer);
        writer.stop();
        assertThat(writer.isRunning()).isFalse();
        assertThat(ledger.counts().inDoubt()).isZero();
        assertThat(check().holds()).isTrue();
    }

    @Test
    void leavesAtMostItsLastRowInDoubtWhenItIsKilled() throws SQLException {
        var writer = Writer.pod(ledger, "pod", app(), BUSY);
        awaitMore(writer);
        writer.kill();
        assertThat(writer.isRunning()).isFalse();
        assertThat(ledger.counts().inDoubt()).isLessThanOrEqualTo(1);
        assertThat(check().complaints()).isEmpty();
    }

    @Test
    void keepsTryingWithAPasswordThatIsNoLongerRight() {
        var old = app().as(new Login(Servers.MASTER.user(), "rotated away"));
        try (var writer = Writer.stray(ledger, "stray", old, BUSY)) {
            awaitRefusal(writer, Refusal.LOGIN_REFUSED);
            Servers.await("another try", () -> ledger.counts().refused() > 2);
        }
        assertThat(ledger.first("rds")).isEmpty();
        assertThat(ledger.timeline().first()).isEmpty();
    }

    @Test
    void isFoundOutWhenARowIsMissingDoubledOrInvented() throws SQLException {
        try (var writer = Writer.pod(ledger, "pod", app(), BUSY)) {
            awaitMore(writer);
        }
        assertThat(check().holds()).isTrue();
        Servers.execute(
                app(),
                "DELETE FROM live_write WHERE n IN (3, 4, 9)",
                "INSERT INTO live_write (writer, n)"
                        + " VALUES ('pod', 5), ('pod', 99999), ('ghost', 1)");
        assertThat(check().complaints())
                .isEqualToNormalizingNewlines(
                        """
                        ghost: 1 never committed (1)
                        pod: 3 missing (3-4, 9): 1 doubled (5): 1 never committed (99999)""");
        assertThat(check().missing()).isEqualTo(3);
    }

    private LedgerVerdict check() throws SQLException {
        return new LedgerCheck(ledger).check(app());
    }

    private static void crash() {
        try {
            new ProcessBuilder("sh", "-c", "kill -QUIT " + server.pid()).start().waitFor();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Servers.await("the crash", () -> !server.isAlive());
    }

    private static void awaitMore(Writer writer) {
        var now = writer.page().counts().acknowledged();
        Servers.await("writes", () -> writer.page().counts().acknowledged() > now + 20);
    }

    private static void awaitRefusal(Writer writer, Refusal refusal) {
        Servers.await(refusal.name(), () -> writer.page().counts().refusals().containsKey(refusal));
    }

    private static Database app() {
        return server.database("mosaic", Servers.MASTER);
    }
}
