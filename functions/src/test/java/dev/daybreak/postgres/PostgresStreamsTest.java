package dev.daybreak.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.database.Address;
import dev.daybreak.fault.Fault;
import dev.daybreak.stream.Publication;
import dev.daybreak.stream.StreamState;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The reverse stream between two real servers, both fenced while it is made.
@Timeout(value = 120, unit = SECONDS)
class PostgresStreamsTest {
    private static TestServer rds;
    private static TestServer aurora;
    private static int made;

    private final PostgresStreams streams = new PostgresStreams(Connector.quick(TestServer.TLS));
    private final PostgresFences fences =
            new PostgresFences(Connector.quick(TestServer.TLS), TestServer.CLOCK);

    private String name = "";
    private Address source = new Address("127.0.0.1", 1, "none");
    private Address target = source;

    @BeforeAll
    static void start() {
        rds = TestServer.start();
        aurora = TestServer.start();
    }

    @AfterAll
    static void stop() {
        rds.close();
        aurora.close();
    }

    /// The same database on both, as after a restore.
    @BeforeEach
    void twoDatabases() throws SQLException {
        name = "streamed" + ++made;
        source = rds.database(name);
        target = aurora.database(name);
        for (var address : List.of(source, target)) {
            try (var master = server(address).as(TestServer.MASTER, address);
                    var statement = master.createStatement()) {
                statement.execute(
                        """
                        CREATE TABLE "Order s" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                                                word text);
                        INSERT INTO "Order s" (word) VALUES ('before')
                        """);
            }
        }
    }

    /// A slot's name is taken in the whole server.
    @AfterEach
    void noSlot() {
        streams.unsubscribe(source, TestServer.DAYBREAK);
        streams.dropSlot(target, TestServer.DAYBREAK);
    }

    @Test
    void carriesEveryChangeBackThroughBothFences() throws SQLException, InterruptedException {
        opened();
        write("INSERT INTO \"Order s\" (word) SELECT 'after ' || n FROM generate_series(1, 50) n");
        write("UPDATE \"Order s\" SET word = 'changed' WHERE id = 1");
        write("DELETE FROM \"Order s\" WHERE id = 2");
        fence(target);

        streams.mark(target, TestServer.DAYBREAK, "m1");
        await("m1");

        assertThat(held(rds)).isEqualTo(held(aurora));
        assertThat(held(rds)).startsWith("50 ");
    }

    @Test
    void carriesSequencesOnlyWhenAsked() throws SQLException {
        opened();
        write("INSERT INTO \"Order s\" (word) VALUES ('one'), ('two')");
        fence(target);

        assertThat(streams.carrySequences(source, target, TestServer.DAYBREAK)).isEqualTo(1);
        assertThat(streams.carrySequences(source, target, TestServer.DAYBREAK)).isZero();
        assertThat(rds.text(name, "SELECT last_value FROM pg_sequences")).isEqualTo("3");
    }

    @Test
    void leavesTablesWithoutAnIdentityAloneUntilItMay() throws SQLException {
        as(source, "CREATE TABLE loose (word text)");

        assertThat(publish(source, false)).isEqualTo(left("public.loose"));
        assertThat(rds.text(name, "SELECT count(*) FROM pg_publication")).isEqualTo("0");

        assertThat(publish(source, true).isWhole()).isTrue();
        as(source, "INSERT INTO loose VALUES ('a'); UPDATE loose SET word = 'b'");
    }

    @Test
    void namesTablesOfOthers() {
        rds.sql(
                name,
                "CREATE TABLE strange (id int PRIMARY KEY); ALTER TABLE strange OWNER TO app");

        assertThat(publish(source, false))
                .isEqualTo(new Publication(0, List.of(), List.of("public.strange")));
    }

    @Test
    void refusesToPrepareWhereATableIsYoungerThanThePublication() throws SQLException {
        publish(source, false);
        publish(target, false);
        as(target, "CREATE TABLE young (id int PRIMARY KEY)");
        closed();

        assertThat(streams.prepare(source, target, TestServer.DAYBREAK))
                .isEqualTo(left("public.young"));
        assertThat(look().subscription()).isEqualTo(StreamState.Subscription.MISSING);
        assertThat(look().slot()).isFalse();
    }

    @Test
    void preparesAnewWhatAnEarlierRunLeft() throws SQLException {
        opened();
        write("INSERT INTO \"Order s\" (word) VALUES ('never seen by the new one')");
        fence(target);

        streams.prepare(source, target, TestServer.DAYBREAK);

        assertThat(look().subscription()).isEqualTo(StreamState.Subscription.DISABLED);
        assertThat(look().isWhole()).isTrue();
    }

    @Test
    void saysWhenApplyingFails() throws SQLException, InterruptedException {
        opened();
        rds.sql(name, "BEGIN READ WRITE; ALTER TABLE \"Order s\" DROP COLUMN word; COMMIT");
        write("INSERT INTO \"Order s\" (word) VALUES ('nowhere to go')");

        for (int i = 0; i < 400 && look().applyErrors() == 0; i++) {
            pause();
        }

        assertThat(look().applyErrors()).isPositive();
        assertThat(look().lagBytes()).isPositive();
    }

    @Test
    void endsOnRdsWithoutAurora() throws SQLException {
        opened();

        streams.unsubscribe(source, TestServer.DAYBREAK);
        streams.unsubscribe(source, TestServer.DAYBREAK);
        assertThat(look().subscription()).isEqualTo(StreamState.Subscription.MISSING);
        assertThat(look().isWhole()).isFalse();

        streams.dropSlot(target, TestServer.DAYBREAK);
        streams.dropSlot(target, TestServer.DAYBREAK);
        assertThat(look().slot()).isFalse();
    }

    @Test
    void neverShowsThePasswordEvenWhereItFails() throws SQLException, IOException {
        publish(source, false);
        publish(target, false);
        closed();
        var nowhere = new Address("127.0.0.1", 1, name);
        new Slot(Connector.quick(TestServer.TLS).open(target, TestServer.DAYBREAK)).make();

        assertThatThrownBy(
                        () -> {
                            try (var link =
                                    Connector.quick(TestServer.TLS)
                                            .open(source, TestServer.DAYBREAK)) {
                                link.run("", "SET default_transaction_read_only = off");
                                new Subscription(link)
                                        .make(nowhere, TestServer.DAYBREAK, TestServer.TLS);
                            }
                        })
                .isInstanceOf(Fault.class)
                .hasMessageNotContaining("secret");
        streams.prepare(source, target, TestServer.DAYBREAK);

        assertThat(withoutParameters(rds.log())).doesNotContain("daybreak's");
    }

    /// The test server logs the parameters of every statement, which no server does that is run as
    /// one should: only statements and errors are looked at.
    private static String withoutParameters(String log) {
        return log.lines()
                .filter(line -> !line.contains("DETAIL:"))
                .reduce("", (one, other) -> one + "\n" + other);
    }

    private void opened() throws SQLException {
        publish(source, false);
        publish(target, false);
        closed();
        assertThat(streams.prepare(source, target, TestServer.DAYBREAK).isWhole()).isTrue();
        streams.open(source, TestServer.DAYBREAK);
    }

    private void closed() {
        for (var server : List.of(rds, aurora)) {
            server.sql("postgres", "ALTER ROLE daybreak REPLICATION");
        }
        fence(source);
        fence(target);
    }

    private void fence(Address address) {
        fences.raise(address, TestServer.MASTER, TestServer.DAYBREAK, Duration.ofSeconds(20));
    }

    private Publication publish(Address address, boolean fullIdentity) {
        return streams.publish(address, TestServer.MASTER, TestServer.DAYBREAK, fullIdentity);
    }

    private static Publication left(String table) {
        return new Publication(0, List.of(table), List.of());
    }

    private StreamState look() {
        return streams.look(source, target, TestServer.DAYBREAK);
    }

    /// As the superuser, whom no fence keeps out.
    private void write(String sql) {
        aurora.sql(name, "BEGIN READ WRITE; " + sql + "; COMMIT");
    }

    private void as(Address address, String sql) throws SQLException {
        try (var master = server(address).as(TestServer.MASTER, address);
                var statement = master.createStatement()) {
            statement.execute(sql);
        }
    }

    private void await(String marker) throws InterruptedException {
        for (int i = 0; i < 400 && !streams.hasArrived(source, TestServer.DAYBREAK, marker); i++) {
            pause();
        }
        assertThat(streams.hasArrived(source, TestServer.DAYBREAK, marker)).isTrue();
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(25);
    }

    private String held(TestServer server) {
        return server.text(
                name,
                "SELECT count(*) || ' ' || md5(string_agg(id || word, ',' ORDER BY id)) FROM \"Order s\"");
    }

    private static TestServer server(Address address) {
        return address.port() == rds.address("x").port() ? rds : aurora;
    }
}
