package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.BAD_SETTING;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.CANNOT_RUN;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.PORT_IN_USE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir(factory = OpenFolder.class)
    private static Path temp;

    private static PostgresServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = Servers.source(temp.resolve("source"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void acknowledgesOnlyWhatIsOnDisk() throws SQLException {
        try (var session = server.admin().connect()) {
            assertThat(ask(session, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(session, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(session, "SHOW wal_level")).isEqualTo("logical");
            assertThat(ask(session, "SHOW data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void reallySpeaksTls() throws SQLException {
        try (var session = app().connect()) {
            assertThat(ask(session, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
                    .isEqualTo("t");
        }
        var plain = app().url() + "?sslmode=disable";
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        plain, Servers.MASTER.user(), Servers.MASTER.password()))
                .withMessageContaining("no encryption");
    }

    @Test
    void trustsNobody() {
        var wrong = app().as(new Login(Servers.MASTER.user(), "wrong"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(wrong::connect)
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void listensOnThisMachineOnly() throws SQLException {
        try (var session = server.admin().connect()) {
            assertThat(ask(session, "SHOW listen_addresses")).startsWith("127.");
            assertThat(ask(session, "SHOW unix_socket_directories")).isEmpty();
        }
        assertThat(server.address().port()).isLessThan(32_768);
    }

    @Test
    void deniesTheMasterWhatRdsDenies() throws SQLException {
        try (var session = app().connect()) {
            assertDenied(session, "CREATE PUBLICATION everything FOR ALL TABLES");
            assertDenied(session, "ALTER SYSTEM SET work_mem = '1MB'");
            assertDenied(session, "SELECT pg_read_file('pg_hba.conf')");
            assertDenied(session, "SELECT * FROM pg_authid");
            assertDenied(session, "ALTER ROLE rdsadmin PASSWORD 'taken over'");
            assertDenied(session, "GRANT mosaic TO rds_replication");
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(app().named("rdsadmin")::connect)
                .withMessageContaining("rejects");
    }

    @Test
    void letsTheMasterMakeARoleThatReadsAndTerminates() throws SQLException {
        try (var session = app().connect();
                var statement = session.createStatement()) {
            statement.execute("CREATE ROLE daybreak LOGIN PASSWORD 'x'");
            statement.execute("GRANT rds_superuser, pg_read_all_data TO daybreak");
            assertThat(ask(session, "SELECT pg_has_role('daybreak', 'pg_signal_backend', 'usage')"))
                    .isEqualTo("t");
            statement.execute("REVOKE CONNECT ON DATABASE mosaic FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE mosaic TO PUBLIC");
        }
        try (var session = app().named("postgres").connect()) {
            assertThat(ask(session, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void namesThePortThatIsInUse() {
        var again = new Cluster(Servers.BINARIES, temp.resolve("again"), Servers.ADMIN);
        assertThatExceptionOfType(ServerTrouble.class)
                .isThrownBy(() -> again.start("aurora", server.address(), ServerSettings.rds()))
                .withMessageContaining(server.address().toString())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(PORT_IN_USE));
    }

    @Test
    void namesTheSettingThatIsUnknown() {
        var cluster = Cluster.create(Servers.BINARIES, temp.resolve("bad"), Servers.ADMIN);
        var settings = ServerSettings.aurora(Map.of("max_conections", "5"));
        assertThatExceptionOfType(ServerTrouble.class)
                .isThrownBy(() -> cluster.start("aurora", Address.free("127.0.0.3"), settings))
                .withMessageContaining("max_conections")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(BAD_SETTING));
    }

    @Test
    void namesTheProgramThatCannotRun() {
        var nothing = new PostgresBinaries(temp.resolve("nothing"));
        assertThatExceptionOfType(ServerTrouble.class)
                .isThrownBy(() -> Cluster.create(nothing, temp.resolve("none"), Servers.ADMIN))
                .withMessageContaining("nothing/bin/initdb")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(CANNOT_RUN));
    }

    @Test
    void leavesNoProcessAndNoFilesWhenItCloses() {
        var cluster = Cluster.create(Servers.BINARIES, temp.resolve("brief"), Servers.ADMIN);
        var brief = cluster.start("brief", Address.free("127.0.0.3"), ServerSettings.rds());
        var postmaster = ProcessHandle.of(brief.pid()).orElseThrow();
        brief.close();
        brief.close();
        assertThat(postmaster.isAlive()).isFalse();
        assertThat(brief.isAlive()).isFalse();
        assertThat(cluster.folder()).doesNotExist();
        assertThat(brief.address().isFree()).isTrue();
    }

    @Test
    void showsThatItWasKilled() throws Exception {
        var cluster = Cluster.create(Servers.BINARIES, temp.resolve("victim"), Servers.ADMIN);
        try (var victim =
                cluster.start("victim", Address.free("127.0.0.3"), ServerSettings.rds())) {
            ProcessHandle.of(victim.pid()).orElseThrow().destroyForcibly();
            ProcessHandle.of(victim.pid())
                    .map(ProcessHandle::onExit)
                    .ifPresent(exit -> exit.orTimeout(10, TimeUnit.SECONDS).join());
            assertThat(victim.isAlive()).isFalse();
        }
    }

    private static Database app() {
        return server.database("mosaic", Servers.MASTER);
    }

    private static void assertDenied(Connection session, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () -> {
                            try (var statement = session.createStatement()) {
                                statement.execute(sql);
                            }
                        })
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static String ask(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
