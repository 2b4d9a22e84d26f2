package dev.daybreak.postgres;

import static dev.daybreak.postgres.TestServer.CLOCK;
import static dev.daybreak.postgres.TestServer.DAYBREAK;
import static dev.daybreak.postgres.TestServer.TLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.proof.Holding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresHoldingsTest {
    private static final String TABLES =
            """
            CREATE TABLE orders (id int PRIMARY KEY, what text);
            CREATE UNLOGGED TABLE cache (id int);
            CREATE SEQUENCE numbers;
            INSERT INTO orders SELECT i, 'what ' || i FROM generate_series(1, 100) i;
            INSERT INTO cache VALUES (1);
            """;

    private static TestServer server;
    private static Holding before;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        server.database("template");
        server.sql("template", TABLES);
        before = copy("original", "SELECT 1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCopyHoldsTheSame() {
        assertThat(copy("same", "SELECT 1")).isEqualTo(before);
        assertThat(before.rows()).isEqualTo(100);
    }

    /// A snapshot carries neither.
    @Test
    void sequencesAndUnloggedTablesDoNotCount() {
        assertThat(copy("restored", "TRUNCATE cache; SELECT nextval('numbers')")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "missing, DELETE FROM orders WHERE id = 7",
        "changed, UPDATE orders SET what = 'x' WHERE id = 7",
        "swapped, UPDATE orders SET id = -id WHERE id IN (7)",
        "column, ALTER TABLE orders ADD COLUMN more int",
        "index, CREATE INDEX ON orders (what)"
    })
    void everyDifferenceShows(String name, String sql) {
        var after = copy(name, sql);

        assertThat(after).isNotEqualTo(before);
        assertThat(before.unlike(after)).isNotBlank();
    }

    private static Holding copy(String name, String sql) {
        server.sql(
                "postgres",
                "CREATE DATABASE \"%s\" TEMPLATE template OWNER master".formatted(name));
        server.sql(name, sql);
        return new PostgresHoldings(Connector.patient(TLS), CLOCK)
                .of(server.address(name), DAYBREAK);
    }
}
