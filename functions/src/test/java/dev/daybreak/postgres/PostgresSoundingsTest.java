package dev.daybreak.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.database.Address;
import dev.daybreak.validation.Sample;
import dev.daybreak.validation.SampleResult;
import dev.daybreak.validation.Sequence;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Between two real servers with a reverse stream that flows.
@Timeout(value = 180, unit = SECONDS)
class PostgresSoundingsTest {
    private static TestServer rds;
    private static TestServer aurora;
    private static int made;

    private final PostgresStreams streams = new PostgresStreams(Connector.quick(TestServer.TLS));
    private final PostgresSoundings soundings =
            new PostgresSoundings(Connector.quick(TestServer.TLS));

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

    @BeforeEach
    void flowing() throws SQLException {
        name = "sounded" + ++made;
        source = rds.database(name);
        target = aurora.database(name);
        for (var server : List.of(rds, aurora)) {
            var address = server.address(name);
            try (var master = server.as(TestServer.MASTER, address);
                    var statement = master.createStatement()) {
                statement.execute(
                        """
                        CREATE TYPE mood AS ENUM ('good', 'bad');
                        CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                                             word text);
                        CREATE TABLE "odd Keys" (a numeric(9,2), b mood, c timestamptz, n int,
                                                 PRIMARY KEY (a, b, c));
                        CREATE TABLE tags (t text[] PRIMARY KEY);
                        INSERT INTO orders (word)
                          SELECT 'before ' || n FROM generate_series(1, 3000) n;
                        INSERT INTO "odd Keys" SELECT n / 2.0, 'good',
                          timestamptz '2026-01-01 00:00+00' + n * interval '1.000001 s', n
                          FROM generate_series(1, 300) n
                        """);
            }
            server.sql("postgres", "ALTER ROLE daybreak REPLICATION");
            streams.publish(address, TestServer.MASTER, TestServer.DAYBREAK, true);
        }
        assertThat(streams.prepare(source, target, TestServer.DAYBREAK).isWhole()).isTrue();
        streams.open(source, TestServer.DAYBREAK);
    }

    @AfterEach
    void noSlot() {
        streams.unsubscribe(source, TestServer.DAYBREAK);
        streams.dropSlot(target, TestServer.DAYBREAK);
    }

    @Test
    void findsNoDifferenceBetweenDatabasesThatAreTheSame() throws InterruptedException {
        var result = sampled("m");

        assertThat(result.differences()).isEmpty();
        assertThat(result.rows()).isGreaterThan(1_000);
        assertThat(result.left()).containsExactly("public.tags");
    }

    @Test
    void findsARowThatIsMissingOnRds() throws InterruptedException {
        onRds("DELETE FROM orders WHERE id = 2999");

        assertThat(sampled("m").differences())
                .singleElement()
                .asString()
                .startsWith("public.orders: of ")
                .contains("1 are missing on RDS, 0 are different", "(keys: 2999)");
    }

    @Test
    void findsARowThatIsAnotherOnRds() throws InterruptedException {
        onRds("UPDATE \"odd Keys\" SET n = -1 WHERE n = 7");

        assertThat(sampled("m").differences())
                .singleElement()
                .asString()
                .contains("\"odd Keys\"", "0 are missing on RDS, 1 are different there");
    }

    @Test
    void findsARowThatOnlyRdsHas() throws InterruptedException {
        onRds("INSERT INTO \"odd Keys\" VALUES (1, 'bad', '2026-01-01 00:00+00', 1)");

        assertThat(sampled("m").differences())
                .singleElement()
                .asString()
                .contains("1 are only there");
    }

    @Test
    void doesNotTakeWritesThatAreOnTheirWayForDifferences() throws Exception {
        var writing = new AtomicBoolean(true);
        var writers = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < 3; i++) {
                    int writer = i;
                    writers.add(threads.submit(() -> write(writing, writer)));
                }
                for (int i = 0; i < 8; i++) {
                    var result = sampled("under load " + i);

                    assertThat(result.differences()).isEmpty();
                    assertThat(result.rows()).isPositive();
                }
            } finally {
                writing.set(false);
            }
            for (var writer : writers) {
                writer.get();
            }
        }
    }

    /// Newest and oldest rows, updates, deletes, and keys that go and come back; each writer has
    /// rows of its own, so that none waits for another.
    private void write(AtomicBoolean writing, int writer) {
        while (writing.get()) {
            aurora.sql(
                    name,
                    """
                    INSERT INTO orders (word) SELECT 'live' FROM generate_series(1, 20);
                    UPDATE orders SET word = word || '.' WHERE id IN (
                      SELECT id FROM orders WHERE id %% 3 = %1$d ORDER BY random() LIMIT 20);
                    DELETE FROM orders WHERE id IN (
                      SELECT id FROM orders WHERE id %% 3 = %1$d ORDER BY random() LIMIT 10)
                    """
                            .formatted(writer));
            var key = "2026-02-02 00:00:0" + writer;
            aurora.sql(name, "DELETE FROM \"odd Keys\" WHERE c = '%s'".formatted(key));
            aurora.sql(
                    name,
                    "INSERT INTO \"odd Keys\" VALUES (150, 'good', '%s', 300)".formatted(key));
        }
    }

    @Test
    void namesTablesThatDoNotFlowBack() {
        assertThat(soundings.unpublished(target, TestServer.DAYBREAK)).isEmpty();

        aurora.sql(name, "CREATE TABLE young (id int PRIMARY KEY)");

        assertThat(soundings.unpublished(target, TestServer.DAYBREAK))
                .containsExactly("public.young");
    }

    @Test
    void readsSequencesAsTheyStand() {
        aurora.sql(name, "CREATE SEQUENCE \"down S\" INCREMENT -1 MINVALUE -100 CYCLE");

        assertThat(soundings.sequences(target, TestServer.DAYBREAK))
                .containsExactly(
                        new Sequence(
                                "public.\"down S\"",
                                Optional.empty(),
                                BigInteger.ONE.negate(),
                                BigInteger.ONE.negate(),
                                BigInteger.valueOf(-100),
                                true),
                        new Sequence(
                                "public.orders_id_seq",
                                Optional.of(BigInteger.valueOf(3000)),
                                BigInteger.ONE,
                                BigInteger.ONE,
                                BigInteger.valueOf(Long.MAX_VALUE),
                                false));
    }

    @Test
    void hasNoQueryTimesWhereTheExtensionIsMissingOrNotLoaded() {
        assertThat(soundings.queryTimes(target, TestServer.DAYBREAK)).isEmpty();

        aurora.sql(name, "CREATE EXTENSION pg_stat_statements");

        assertThat(soundings.queryTimes(target, TestServer.DAYBREAK)).isEmpty();
    }

    private SampleResult sampled(String marker) throws InterruptedException {
        Sample sample = soundings.drawSample(source, target, TestServer.DAYBREAK, made);
        streams.mark(target, TestServer.DAYBREAK, marker);
        var deadline = TestServer.CLOCK.instant().plus(Duration.ofSeconds(60));
        while (!streams.hasArrived(source, TestServer.DAYBREAK, marker)) {
            assertThat(TestServer.CLOCK.instant()).isBefore(deadline);
            Thread.sleep(10);
        }
        return soundings.compareSample(source, target, TestServer.DAYBREAK, sample);
    }

    private void onRds(String sql) {
        rds.sql(name, sql);
    }
}
