package dev.daybreak.postgres;

import static dev.daybreak.postgres.TestServer.APP;
import static dev.daybreak.postgres.TestServer.DAYBREAK;
import static dev.daybreak.postgres.TestServer.MASTER;
import static dev.daybreak.postgres.TestServer.TLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.database.Session;
import dev.daybreak.database.TableFacts;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresDatabasesTest {
    private static final PostgresDatabases DATABASES = new PostgresDatabases(Connector.quick(TLS));
    private static final String TABLES =
            """
            CREATE TABLE keyed (id int PRIMARY KEY, v text);
            CREATE TABLE keyless (v text);
            CREATE UNLOGGED TABLE unlogged (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
            CREATE TABLE "Nullable Key" (id int UNIQUE);
            CREATE TABLE partly_unique (id int NOT NULL);
            CREATE UNIQUE INDEX ON partly_unique (id) WHERE id > 0;
            CREATE TABLE deferred (id int NOT NULL, UNIQUE (id) DEFERRABLE);
            CREATE TABLE uniquely (id int NOT NULL, v text);
            CREATE UNIQUE INDEX ON uniquely (id) INCLUDE (v);
            CREATE TABLE parted (id int NOT NULL, PRIMARY KEY (id)) PARTITION BY RANGE (id);
            CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (100);
            CREATE TEMP TABLE fleeting (v int);
            CREATE EXTENSION pg_trgm;
            SELECT lo_create(0);
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

    @Test
    void tellsAWrongPasswordFromAClosedDoorAndFromAMissingDatabase() {
        var address = server.database("doors");
        server.sql("postgres", "REVOKE CONNECT ON DATABASE doors FROM PUBLIC");

        assertThat(DATABASES.login(address, MASTER)).isEqualTo(new Login.Accepted("16.15"));
        assertThat(DATABASES.login(address, new Credentials("master", "wrong")))
                .isEqualTo(new Login.WrongPassword());
        assertThat(DATABASES.login(address, APP)).isEqualTo(new Login.NotAdmitted());
        assertThatThrownBy(() -> DATABASES.login(address.inDatabase("nowhere"), APP))
                .isInstanceOf(Unexpected.class)
                .hasMessage(
                        "Logging in on %s as app failed: database \"nowhere\" does not exist"
                                        .formatted(address.inDatabase("nowhere"))
                                + " (SQLSTATE 3D000)");
    }

    @Test
    void callsASilentServerUnavailable() {
        var nobody = new Address("127.0.0.1", 1, "app");

        assertThatThrownBy(() -> DATABASES.mark(nobody, APP))
                .isInstanceOf(Unavailable.class)
                .hasMessage(
                        "Logging in on 127.0.0.1:1/app as app failed: ConnectException"
                                + " (SQLSTATE 08001)");
    }

    @Test
    void readsTheFactsOfEveryTableThatIsTheUsersOwn() {
        var address = server.database("facts");
        server.sql("facts", TABLES);

        var facts = DATABASES.facts(address, MASTER);

        assertThat(facts.tables())
                .extracting(TableFacts::name, TableFacts::hasKey, TableFacts::isUnlogged)
                .containsExactly(
                        tuple("public.\"Nullable Key\"", false, false),
                        tuple("public.deferred", false, false),
                        tuple("public.keyed", true, false),
                        tuple("public.keyless", false, false),
                        tuple("public.parted_low", true, false),
                        tuple("public.partly_unique", false, false),
                        tuple("public.uniquely", true, false),
                        tuple("public.unlogged", true, true));
        assertThat(facts.extensions()).containsEntry("pg_trgm", "1.6");
        assertThat(facts.available()).containsKey("hstore");
        assertThat(facts.parameters())
                .containsEntry("max_connections", "60")
                .containsEntry("wal_level", "logical")
                .containsKeys("lc_collate", "random_page_cost", "log_lock_waits")
                .doesNotContainKey("rds.logical_replication");
        assertThat(facts)
                .returns("16.15", f -> f.version())
                .returns(1, f -> f.sequences())
                .returns(1L, f -> f.largeObjects())
                .returns("master", f -> f.owner())
                .returns(true, f -> f.ownerIsMember());
        assertThat(DATABASES.facts(address, DAYBREAK).ownerIsMember()).isFalse();
    }

    @Test
    void seesOpenAndPreparedTransactions() throws SQLException {
        var address = server.database("transactions");
        server.sql("transactions", "CREATE TABLE t (v int); GRANT ALL ON t TO app");
        try (var open = server.as(APP, address);
                var statement = open.createStatement()) {
            statement.execute("BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'p'; BEGIN");
            statement.execute("SELECT pg_sleep(0.01)");

            var facts = DATABASES.facts(address, DAYBREAK);
            assertThat(facts.preparedTransactions()).isEqualTo(1);
            assertThat(facts.oldestTransaction()).isPositive();
            assertThat(DATABASES.mark(address, DAYBREAK).preparedTransactions()).isEqualTo(1);
            assertThat(DATABASES.sessions(address, DAYBREAK))
                    .singleElement()
                    .returns("app", Session::user)
                    .returns("the test", Session::application)
                    .returns("127.0.0.1", session -> session.client().orElseThrow())
                    .returns(true, session -> session.transactionSince().isPresent());
            statement.execute("ROLLBACK; ROLLBACK PREPARED 'p'");
        }
        assertThat(DATABASES.sessions(address, DAYBREAK)).isEmpty();
    }

    @Test
    void namesTheRolesThatWouldWriteWhereEverybodyElseReads() throws SQLException {
        var address = server.database("writers");
        assertThat(DATABASES.facts(address, MASTER).writers()).isEmpty();

        server.sql(
                "postgres",
                "ALTER ROLE app IN DATABASE writers SET default_transaction_read_only = off");

        assertThat(DATABASES.facts(address, MASTER).writers()).containsExactly("app");
    }

    @Test
    void marksAreEqualAsLongAsNobodyWrites() throws SQLException {
        var address = server.database("marks");
        server.sql("marks", "CREATE TABLE t (v int); CREATE SEQUENCE s; GRANT ALL ON t, s TO app");
        var first = DATABASES.mark(address, DAYBREAK);

        assertThat(DATABASES.mark(address, DAYBREAK)).isEqualTo(first);
        DATABASES.facts(address, DAYBREAK);
        assertThat(DATABASES.mark(address, DAYBREAK)).isEqualTo(first);

        try (var app = server.as(APP, address);
                var statement = app.createStatement()) {
            statement.execute("SELECT nextval('s')");
            var drawn = DATABASES.mark(address, DAYBREAK);
            assertThat(drawn.sequences()).isEqualTo(BigInteger.ONE);
            statement.execute("INSERT INTO t SELECT generate_series(1, 7)");
            statement.execute("SELECT pg_stat_force_next_flush()");
            var written = DATABASES.mark(address, DAYBREAK);
            assertThat(written.nextTransaction()).isGreaterThan(drawn.nextTransaction());
            assertThat(written.changes()).isEqualTo(7);
            assertThat(written.changesByTable()).isEqualTo(Map.of("public.t", 7L));
        }
    }

    @Test
    void seesTheTransactionThatCommitsLaterWithoutMovingTheNextId() throws SQLException {
        var address = server.database("overlap");
        server.sql("overlap", "CREATE TABLE t (v int); GRANT ALL ON t TO app");
        try (var early = server.as(APP, address);
                var late = server.as(APP, address)) {
            early.setAutoCommit(false);
            early.createStatement().execute("INSERT INTO t VALUES (1)");
            late.createStatement().execute("INSERT INTO t VALUES (2)");
            var before = DATABASES.mark(address, DAYBREAK);
            early.commit();
            var after = DATABASES.mark(address, DAYBREAK);

            assertThat(after.nextTransaction()).isEqualTo(before.nextTransaction());
            assertThat(before.openTransactions()).isEqualTo(1);
            assertThat(after.openTransactions()).isZero();
        }
    }

    @Test
    void makesItsRoleOnceAndRepairsIt() throws SQLException {
        var address = server.database("roles");
        var role = new Credentials("day \"break\"", "first's \\ one");
        DATABASES.ensureRole(address, MASTER, role);
        var made = rolesRow();

        DATABASES.ensureRole(address, MASTER, role);
        assertThat(rolesRow()).as("a second time changes nothing").isEqualTo(made);

        var renewed = new Credentials(role.username(), "second");
        server.sql(
                "postgres",
                "ALTER ROLE \"day \"\"break\"\"\" SET default_transaction_read_only = on;"
                        + "REVOKE CONNECT ON DATABASE roles FROM \"day \"\"break\"\"\", PUBLIC");
        DATABASES.ensureRole(address, MASTER, renewed);

        assertThat(DATABASES.login(address, renewed)).isEqualTo(new Login.Accepted("16.15"));
        assertThat(DATABASES.login(address, role)).isEqualTo(new Login.WrongPassword());
        assertThat(DATABASES.facts(address, renewed).parameters())
                .containsEntry("default_transaction_read_only", "off");
        server.sql("roles", "CREATE TABLE secret_of_master (v int)");
        try (var connection = server.as(renewed, address);
                var statement = connection.createStatement()) {
            statement.execute("SELECT * FROM secret_of_master");
        }
    }

    private static String rolesRow() {
        return server.text(
                "postgres",
                """
                SELECT concat(a::text, a.xmin, (SELECT xmin FROM pg_database
                                                WHERE datname = 'roles'))
                FROM pg_authid a WHERE rolname LIKE 'day "%'
                """);
    }

    @Test
    void saysWhoeverMayNotMakeItsRole() {
        var address = server.database("poor");

        assertThatThrownBy(
                        () ->
                                DATABASES.ensureRole(
                                        address, APP, new Credentials("other", "secret")))
                .isInstanceOf(Denied.class)
                .hasMessage(
                        "Making role other on %s as app failed: permission denied to create role"
                                        .formatted(address.inDatabase("postgres"))
                                + " (SQLSTATE 42501)");
    }

    @Test
    void noPasswordEverReachesALogOrAText() throws IOException {
        var address = server.database("quiet");
        var role = new Credentials("whisperer", "s3cr3t-of-whisperer");
        DATABASES.ensureRole(address, MASTER, role);
        assertThat(server.log()).contains("CREATE ROLE \"whisperer\"").doesNotContain("s3cr3t");

        var wrong = new Credentials("whisperer", "s3cr3t-but-wrong");
        assertThatThrownBy(() -> DATABASES.mark(address, wrong))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("password authentication failed for user \"whisperer\"")
                .hasMessageNotContaining("s3cr3t")
                .hasNoCause();
    }

    @Test
    void theServersWordsAreNotRepeatedWhereTheyMayQuoteAValue() throws SQLException {
        var address = server.database("values");
        try (var link = Connector.quick(TLS).open(address, DAYBREAK)) {
            assertThatThrownBy(() -> link.run("Casting", "SELECT 'alice@example.org'::int"))
                    .isInstanceOf(Unexpected.class)
                    .hasMessage(
                            "Casting on %s as daybreak failed: the server's words are not repeated"
                                            .formatted(address)
                                    + " here (SQLSTATE 22P02)")
                    .hasNoCause();
        }
    }
}
