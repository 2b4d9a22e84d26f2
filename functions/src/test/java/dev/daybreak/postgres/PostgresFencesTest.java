package dev.daybreak.postgres;

import static dev.daybreak.postgres.TestServer.APP;
import static dev.daybreak.postgres.TestServer.CLOCK;
import static dev.daybreak.postgres.TestServer.DAYBREAK;
import static dev.daybreak.postgres.TestServer.MASTER;
import static dev.daybreak.postgres.TestServer.TLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.database.Access;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Fences;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresFencesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Fences FENCES = new PostgresFences(Connector.quick(TLS), CLOCK);
    private static final PostgresDatabases DATABASES = new PostgresDatabases(Connector.quick(TLS));
    private static final Access OPEN = new Access(true, List.of("master"), Optional.empty());
    private static final Access FENCED = new Access(false, List.of(), Optional.of("on"));
    private static final String TABLES =
            """
            CREATE TABLE ledger (writer text, number bigint, PRIMARY KEY (writer, number));
            CREATE TABLE parted (id int, v int) PARTITION BY LIST (v);
            CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
            ALTER TABLE ledger OWNER TO master;
            ALTER TABLE parted OWNER TO master;
            GRANT ALL ON ledger, parted TO app;
            """;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// Who writes while the fence goes up.
    ///
    /// @param first what each of its sessions says first; may be empty
    record Writer(String name, Credentials who, String first) {}

    static Stream<Writer> writers() {
        return Stream.of(
                new Writer("the_application", APP, ""),
                new Writer("the_master_who_owns_the_database", MASTER, ""),
                new Writer("who_switches_off", APP, "SET default_transaction_read_only = off"),
                new Writer("who_is_set_to_write", new Credentials("stubborn", "s"), ""));
    }

    private static Address database(String name) {
        var address = server.database(name);
        server.sql(name, TABLES);
        return address;
    }

    private static Fences.Raised raise(Address address, Duration patience) {
        return FENCES.raise(address, MASTER, DAYBREAK, patience);
    }

    private static void restore(Address address) {
        FENCES.lift(address, MASTER, DAYBREAK, OPEN);
    }

    private static Access look(Address address) {
        return FENCES.look(address, MASTER, DAYBREAK);
    }

    @ParameterizedTest
    @MethodSource("writers")
    void nothingIsAcknowledgedOnceItStandsAndAllThatWasIsThere(Writer writer) throws Exception {
        var name = writer.name();
        server.sql(
                "postgres",
                """
                DO $$ BEGIN CREATE ROLE stubborn LOGIN PASSWORD 's' IN ROLE app;
                EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                ALTER ROLE stubborn SET default_transaction_read_only = off
                """);
        var address = database(name);
        try (var ledger = LiveWriters.start(server, address, writer.who(), writer.first(), 3)) {
            ledger.awaitAcknowledged(50);

            var raised = raise(address, PATIENCE);

            var stood = ledger.acknowledged();
            ledger.awaitRefused(30);
            assertThat(ledger.acknowledged()).isEqualTo(stood);
            assertThat(ledger.missing()).isEmpty();
            assertThat(ledger.inDoubt()).isZero();
            assertThat(raised)
                    .returns(0, Fences.Raised::sessionsLeft)
                    .returns(0, Fences.Raised::preparedTransactions)
                    .satisfies(r -> assertThat(r.ownTransactions()).hasSize(1));
            assertThat(DATABASES.login(address, writer.who())).isEqualTo(new Login.NotAdmitted());
            assertThat(DATABASES.sessions(address, DAYBREAK)).isEmpty();
        }
    }

    @Test
    void endsAWriterThatNeverCommits() throws SQLException {
        var address = database("stuck");
        try (var stuck = server.as(APP, address);
                var statement = stuck.createStatement()) {
            statement.execute("BEGIN; INSERT INTO ledger VALUES ('stuck', 1)");

            var raised = raise(address, Duration.ofSeconds(4));

            assertThat(raised)
                    .returns(1, Fences.Raised::sessionsEnded)
                    .returns(0, Fences.Raised::sessionsLeft);
            assertThatThrownBy(() -> statement.execute("COMMIT")).isInstanceOf(SQLException.class);
        }
        assertThat(server.text("stuck", "SELECT count(*) FROM ledger")).isEqualTo("0");
    }

    @Test
    void itsOwnTransactionsAreAllThatHappenedAtAQuietServer() {
        var address = database("quiet");
        var before = DATABASES.mark(address, DAYBREAK);

        var raised = raise(address, PATIENCE);

        var after = DATABASES.mark(address, DAYBREAK);
        assertThat(LongStream.range(before.nextTransaction(), after.nextTransaction()).boxed())
                .containsExactlyElementsOf(raised.ownTransactions());
        assertThat(after.sequences()).isEqualTo(before.sequences());
    }

    @Test
    void aFenceThatStandsIsOnlyDrainedAgain() {
        var address = database("twice");
        raise(address, PATIENCE);
        var mark = DATABASES.mark(address, DAYBREAK);

        assertThat(raise(address, PATIENCE)).isEqualTo(new Fences.Raised(List.of(), 0, 0, 0));

        assertThat(look(address)).isEqualTo(FENCED);
        assertThat(DATABASES.mark(address, DAYBREAK)).isEqualTo(mark);
    }

    @Test
    void twoAtOnceRaiseOneFence() throws Exception {
        var address = database("atonce");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> tried(address));
            var second = threads.submit(() -> tried(address));

            var own = new ArrayList<Long>();
            first.get().ifPresent(raised -> own.addAll(raised.ownTransactions()));
            second.get().ifPresent(raised -> own.addAll(raised.ownTransactions()));
            assertThat(own).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(raise(address, PATIENCE)).isEqualTo(new Fences.Raised(List.of(), 0, 0, 0));
        assertThat(look(address)).isEqualTo(FENCED);
    }

    /// One may end the other's session; that one is run again.
    private static Optional<Fences.Raised> tried(Address address) {
        try {
            return Optional.of(raise(address, PATIENCE));
        } catch (Unavailable _) {
            return Optional.empty();
        }
    }

    @Test
    void aFenceThatDiedHalfwayIsFinished() throws SQLException {
        var address = database("halfway");
        try (var app = server.as(APP, address);
                var writing = app.createStatement();
                var owner = server.as(MASTER, address.inDatabase("postgres"));
                var statement = owner.createStatement()) {
            writing.execute("INSERT INTO ledger VALUES ('before', 1)");
            statement.execute("REVOKE CONNECT ON DATABASE halfway FROM PUBLIC, master");

            var raised = raise(address, PATIENCE);

            assertThat(raised).returns(1, Fences.Raised::sessionsEnded);
            assertThat(raised.ownTransactions()).hasSize(1);
            assertThat(look(address)).isEqualTo(FENCED);
        }
    }

    @Test
    void endsSessionsThatWereLeftInsideAStandingFence() throws SQLException {
        var address = database("undrained");
        try (var app = server.as(APP, address);
                var writing = app.createStatement();
                var owner = server.as(MASTER, address.inDatabase("postgres"));
                var statement = owner.createStatement()) {
            statement.execute(
                    "ALTER DATABASE undrained SET default_transaction_read_only = on;"
                            + "REVOKE CONNECT ON DATABASE undrained FROM PUBLIC, master");
            writing.execute("INSERT INTO ledger VALUES ('inside', 1)");

            assertThat(raise(address, PATIENCE)).isEqualTo(new Fences.Raised(List.of(), 1, 0, 0));
            assertThatThrownBy(() -> writing.execute("INSERT INTO ledger VALUES ('inside', 2)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void reportsPreparedTransactionsAndDoesNotWaitForThem() throws SQLException {
        var address = database("prepared");
        try (var app = server.as(APP, address);
                var statement = app.createStatement()) {
            statement.execute(
                    "BEGIN; INSERT INTO ledger VALUES ('p', 1); PREPARE TRANSACTION 'late'");

            assertThat(raise(address, PATIENCE)).returns(1, Fences.Raised::preparedTransactions);
        }
        server.sql("prepared", "ROLLBACK PREPARED 'late'");
        assertThat(raise(address, PATIENCE)).returns(0, Fences.Raised::preparedTransactions);
    }

    @Test
    void leavesSuperusersAlone() throws SQLException {
        var address = database("aws");
        server.sql("postgres", "GRANT CONNECT ON DATABASE aws TO postgres");
        var aws = new Credentials("postgres", "any");
        try (var rdsadmin = server.as(aws, address);
                var statement = rdsadmin.createStatement()) {
            assertThat(raise(address, SHORT))
                    .isEqualTo(new Fences.Raised(raiseIds(address), 0, 0, 0));
            statement.execute("SELECT 1");
        }
        assertThat(look(address)).isEqualTo(FENCED);
    }

    private static List<Long> raiseIds(Address address) {
        return List.of(DATABASES.mark(address, DAYBREAK).nextTransaction() - 1);
    }

    @Test
    void aRevokeWithoutEffectIsDeniedAndChangesNothing() {
        var address = database("foreign");
        server.sql(
                "postgres",
                "ALTER DATABASE foreign OWNER TO app".replace("foreign", "\"foreign\""));
        var before = look(address);

        assertThatThrownBy(() -> raise(address, SHORT)).isInstanceOf(Denied.class);

        assertThat(look(address)).isEqualTo(before);
    }

    @Test
    void aRoleThatInheritsDaybreaksWayInIsDenied() {
        var address = database("inherited");
        server.sql("postgres", "CREATE ROLE heir LOGIN IN ROLE daybreak");
        try {
            assertThatThrownBy(() -> raise(address, SHORT))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("heir may still connect");
            assertThat(look(address)).isEqualTo(OPEN);
        } finally {
            server.sql("postgres", "DROP ROLE heir");
        }
    }

    @Test
    void liftingPutsTheVeryAccessBack() throws SQLException {
        var address = database("lifted");
        server.sql(
                "postgres",
                "GRANT CONNECT ON DATABASE lifted TO app; REVOKE CONNECT ON DATABASE lifted FROM"
                        + " PUBLIC; ALTER DATABASE lifted SET default_transaction_read_only = 'off'");
        var before = look(address);
        assertThat(before)
                .isEqualTo(new Access(false, List.of("app", "master"), Optional.of("off")));
        var acl = acl("lifted");

        raise(address, PATIENCE);
        FENCES.lift(address, MASTER, DAYBREAK, before);
        FENCES.lift(address, MASTER, DAYBREAK, before);

        assertThat(look(address)).isEqualTo(before);
        assertThat(acl("lifted")).isEqualTo(acl);
        try (var app = server.as(APP, address);
                var statement = app.createStatement()) {
            statement.execute("INSERT INTO ledger VALUES ('again', 1)");
        }
    }

    private static String acl(String database) {
        return server.text(
                "postgres",
                "SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM pg_database d,"
                        + " unnest(datacl) a WHERE datname = '"
                        + database
                        + "'");
    }

    @Test
    void readersMayComeAndLookButNotWriteUntilItIsLifted() throws SQLException {
        var address = database("readers");
        raise(address, PATIENCE);

        FENCES.admitReaders(address, MASTER, DAYBREAK, OPEN);
        FENCES.admitReaders(address, MASTER, DAYBREAK, OPEN);

        assertThat(look(address)).isEqualTo(new Access(true, List.of("master"), Optional.of("on")));
        try (var reader = server.as(APP, address);
                var reading = reader.createStatement();
                var own = server.as(DAYBREAK, address);
                var looking = own.createStatement()) {
            reading.execute("SELECT count(*) FROM ledger");
            assertThatThrownBy(() -> reading.execute("INSERT INTO ledger VALUES ('early', 1)"))
                    .hasMessageContaining("read-only transaction");

            restore(address);

            assertThat(look(address)).isEqualTo(OPEN);
            assertThatThrownBy(() -> reading.execute("SELECT 1"))
                    .as("a session that began read-only is ended")
                    .isInstanceOf(SQLException.class);
            looking.execute("SELECT 1");
        }
        try (var app = server.as(APP, address);
                var statement = app.createStatement()) {
            statement.execute("INSERT INTO ledger VALUES ('open', 1)");
        }
    }

    @Test
    void readersAreNotAdmittedWhereOneOfThemWouldWrite() {
        var address = database("override");
        raise(address, PATIENCE);
        server.sql(
                "postgres",
                "ALTER ROLE app IN DATABASE override SET default_transaction_read_only = off");

        assertThatThrownBy(() -> FENCES.admitReaders(address, MASTER, DAYBREAK, OPEN))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("app would write at once");
        assertThat(look(address)).isEqualTo(FENCED);
    }

    @Test
    void theOwnerGetsInWhereTheApplicationLivesInPostgresItself() {
        server.sql("postgres", "ALTER DATABASE postgres OWNER TO master");
        var address = server.address("postgres");
        DATABASES.ensureRole(address, MASTER, DAYBREAK);
        var before = look(address);

        raise(address, PATIENCE);
        assertThat(look(address)).isEqualTo(FENCED);
        FENCES.lift(address, MASTER, DAYBREAK, before);

        assertThat(look(address)).isEqualTo(before);
    }
}
