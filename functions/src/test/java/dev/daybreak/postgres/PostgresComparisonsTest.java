package dev.daybreak.postgres;

import static dev.daybreak.postgres.ComparedDatabases.compare;
import static dev.daybreak.postgres.ComparedDatabases.comparisons;
import static dev.daybreak.postgres.TestServer.DAYBREAK;
import static dev.daybreak.postgres.TestServer.TLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Difference;
import dev.daybreak.proof.Difference.Kind;
import dev.daybreak.proof.TableProof;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresComparisonsTest {
    private static ComparedDatabases databases;
    private static TestServer server;
    private static Address original;

    @BeforeAll
    static void start() {
        databases = new ComparedDatabases();
        server = databases.server;
        original = databases.original;
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    private static Address copy(String name) {
        return databases.copy(name);
    }

    /// What is done to the copy, and what is expected to be found.
    record Planted(String what, String sql, String object, Kind kind, List<String> keys) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Planted row(String what, String sql, String... keys) {
        return new Planted(what, sql, "public.things", Kind.CONTENT, List.of(keys));
    }

    private static Planted set(String what, String assignment) {
        return row(what, "UPDATE things SET " + assignment + " WHERE id = 7", "7");
    }

    private static Planted schema(String what, String sql, String object) {
        return new Planted(what, sql, object, Kind.SCHEMA, List.of());
    }

    private static Planted other(String what, String sql, String object, Kind kind, String... key) {
        return new Planted(what, sql, object, kind, List.of(key));
    }

    static Stream<Planted> planted() {
        return Stream.of(rows(), otherTables(), schemas(), moreSchemas()).flatMap(s -> s);
    }

    private static Stream<Planted> rows() {
        return Stream.of(
                other(
                        "a row missing",
                        "DELETE FROM things WHERE id = 42",
                        "public.things",
                        Kind.COUNT,
                        "42"),
                other(
                        "a row added",
                        "INSERT INTO things (id) VALUES (9000)",
                        "public.things",
                        Kind.COUNT,
                        "9000"),
                set("one bit", "big = big # 1"),
                set("a bigint off by 2^32", "big = big + 4294967296"),
                set("a bigint's sign", "big = -big"),
                set("1.0 against 1.00", "exact = 1.00"),
                set("NULL against zero", "small = NULL"),
                set("a microsecond", "at = at + interval '1 microsecond'"),
                set("24 hours against a day", "span = interval '0.291666667 day'"),
                set("a byte", "bytes = set_byte(bytes, 3, 9)"),
                set("an empty bytea against NULL", "bytes = ''"),
                set("the last bit of a float", "real = real + 4.44e-16"),
                set("minus zero", "real = '-0'"),
                set("json's 7 against 7.0", "json = '{\"i\": 7.0}'"),
                set("an enum's label", "feels = 'wild'"),
                set("a NULL within an array", "list = ARRAY[7, 0]"),
                set("a trailing blank", "text = text || ' '"),
                set("the same letters composed otherwise", "text = U&'text\\00a07'"),
                set("a domain's value", "cost = 8"),
                row(
                        "NULL against an empty text",
                        "UPDATE things SET text = '' WHERE id = 5000",
                        "5000"),
                row(
                        "NULL against 'NULL'",
                        "UPDATE things SET text = 'NULL' WHERE id = 5000",
                        "5000"),
                row(
                        "values swapped between two rows",
                        "UPDATE things SET text = 'text ' || (15 - id) WHERE id IN (7, 8)",
                        "7",
                        "8"),
                row(
                        "values swapped between two columns",
                        "UPDATE things SET big = small, small = big WHERE id IN (7)",
                        "7"));
    }

    private static Stream<Planted> otherTables() {
        return Stream.of(
                other(
                        "a pair of duplicates replaced by another pair",
                        """
                        DELETE FROM pairs WHERE ctid IN
                          (SELECT ctid FROM pairs WHERE a = 'x1' LIMIT 2);
                        INSERT INTO pairs VALUES ('x2', 2), ('x2', 2)
                        """,
                        "public.pairs",
                        Kind.CONTENT),
                other(
                        "a row of a compound key",
                        "UPDATE compound SET v = 'w' WHERE a = 3",
                        "public.compound",
                        Kind.CONTENT,
                        "(3,\"b,\"\"3\")"),
                other(
                        "a row of a partition",
                        "UPDATE parted SET v = 'w' WHERE id = 150",
                        "public.parted_high",
                        Kind.CONTENT,
                        "150"),
                other(
                        "a row of an heir",
                        "UPDATE child SET t = 'd'",
                        "public.child",
                        Kind.CONTENT,
                        "(0,1) on RDS"),
                other("an unlogged table", "TRUNCATE unlogged", "public.unlogged", Kind.COUNT, "1"),
                other(
                        "an odd name",
                        "UPDATE \"Odd \"\"Name\" SET t = 3",
                        "public.\"Odd \"\"Name\"",
                        Kind.CONTENT,
                        "2"),
                other("rows without columns", "TRUNCATE nothing", "public.nothing", Kind.COUNT),
                other(
                        "a materialized view",
                        "DELETE FROM things WHERE id = 42; REFRESH MATERIALIZED VIEW counts;"
                                + "INSERT INTO things SELECT * FROM things WHERE false",
                        "public.counts",
                        Kind.CONTENT),
                other(
                        "a large object's byte",
                        "SELECT lo_put(4242, 1, 'a')",
                        "pg_catalog.pg_largeobject",
                        Kind.CONTENT,
                        "(4242,0)"),
                other(
                        "a sequence ahead",
                        "SELECT nextval('numbers')",
                        "public.numbers",
                        Kind.SEQUENCE),
                other(
                        "a sequence behind",
                        "SELECT setval('numbers', 39)",
                        "public.numbers",
                        Kind.SEQUENCE),
                other(
                        "a sequence used for the first time",
                        "SELECT setval('fresh', 1)",
                        "public.fresh",
                        Kind.SEQUENCE));
    }

    private static Stream<Planted> schemas() {
        return Stream.of(
                schema("a dropped index", "DROP INDEX things_by_text", "public.things"),
                schema(
                        "an invalid index",
                        "UPDATE pg_index SET indisvalid = false"
                                + " WHERE indexrelid = 'things_by_text'::regclass",
                        "public.things"),
                schema("a default", "ALTER TABLE things ALTER cost SET DEFAULT 2", "public.things"),
                schema("a type", "ALTER TABLE things ALTER small TYPE bigint", "public.things"),
                schema("NOT NULL", "ALTER TABLE pairs ALTER a SET NOT NULL", "public.pairs"),
                schema(
                        "a check that is not valid",
                        "ALTER TABLE things ADD CHECK (id > 0) NOT VALID",
                        "public.things"),
                schema(
                        "a collation",
                        "ALTER TABLE pairs ALTER a TYPE text COLLATE \"C\"",
                        "public.pairs"),
                schema(
                        "an identity",
                        "ALTER TABLE compound ALTER a ADD GENERATED ALWAYS AS IDENTITY",
                        "public.compound"),
                schema(
                        "a constraint",
                        "ALTER TABLE referring DROP CONSTRAINT referring_thing_fkey",
                        "public.referring"),
                schema(
                        "a constraint that is not enforced",
                        "ALTER TABLE referring DISABLE TRIGGER ALL",
                        "public.referring"),
                schema(
                        "a trigger switched off",
                        "ALTER TABLE things DISABLE TRIGGER noting",
                        "public.things"),
                schema("a trigger missing", "DROP TRIGGER noting ON things", "public.things"),
                schema("an extension missing", "DROP EXTENSION pg_trgm", "extension pg_trgm"),
                schema(
                        "an extension's version",
                        "UPDATE pg_extension SET extversion = '1.5' WHERE extname = 'pg_trgm'",
                        "extension pg_trgm"));
    }

    private static Stream<Planted> moreSchemas() {
        return Stream.of(
                schema("a table missing", "DROP TABLE pairs", "public.pairs"),
                schema("a table added", "CREATE TABLE extra (v int)", "public.extra"),
                schema("a column added", "ALTER TABLE nothing ADD v int", "public.nothing"),
                schema(
                        "a view",
                        "CREATE OR REPLACE VIEW looks AS SELECT id, 'x'::text AS text"
                                + " FROM things",
                        "public.looks"),
                schema(
                        "a view's contents gone",
                        "REFRESH MATERIALIZED VIEW counts WITH NO DATA",
                        "public.counts"),
                schema(
                        "an enum's label",
                        "ALTER TYPE mood ADD VALUE 'mild' BEFORE 'wild'",
                        "type public.mood"),
                schema(
                        "a domain's check",
                        "ALTER DOMAIN amount ADD CHECK (VALUE < 1e9)",
                        "type public.amount"),
                schema(
                        "a function's body",
                        "CREATE OR REPLACE FUNCTION noted() RETURNS trigger"
                                + " LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                        "function public.noted()"),
                schema("a policy", "ALTER POLICY mine ON pairs USING (false)", "public.pairs"),
                schema(
                        "row security",
                        "ALTER TABLE compound FORCE ROW LEVEL SECURITY",
                        "public.compound"),
                schema("a sequence's step", "ALTER SEQUENCE numbers INCREMENT 2", "public.numbers"),
                schema(
                        "a partition detached",
                        "ALTER TABLE parted DETACH PARTITION parted_low",
                        "public.parted_low"),
                schema("a schema", "CREATE SCHEMA extra", "schema extra"),
                schema("a grant", "GRANT SELECT ON pairs TO app", "public.pairs"),
                schema(
                        "a setting",
                        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path"
                                + " = public', current_database()); END $$",
                        "database"));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void findsAndNames(Planted planted) {
        var aurora = copy("planted");
        try {
            server.sql("planted", planted.sql());

            var comparison = compare(original, aurora, 1);

            assertThat(comparison.isEqual()).isFalse();
            assertThat(comparison.differences())
                    .anySatisfy(
                            difference -> {
                                assertThat(difference.object()).isEqualTo(planted.object());
                                assertThat(difference.kind()).isEqualTo(planted.kind());
                                assertThat(difference.keys()).containsAll(planted.keys());
                            });
            assertThat(compare(aurora, original, 1).isEqual()).as("seen from there").isFalse();
        } finally {
            server.sql("postgres", "DROP DATABASE planted");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void equalDatabasesAreEqualInWhateverOrderTheirRowsLie(int workers) {
        var aurora = copy("reordered" + workers);
        server.sql(
                aurora.database(),
                """
                CLUSTER things USING things_by_text;
                CREATE TEMP TABLE kept AS SELECT * FROM pairs ORDER BY b DESC, a;
                TRUNCATE pairs; INSERT INTO pairs SELECT * FROM kept;
                UPDATE compound SET v = v WHERE a < 25;
                """);
        var comparison = compare(original, aurora, workers);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison)
                .returns(true, Comparison::isEqual)
                .returns(13, Comparison::tablesCompared)
                .returns(2003L + 100 + 50 + 200 + 1 + 1 + 1 + 1 + 1 + 1 + 3 + 1, Comparison::rows);
        assertThat(comparison.tables().getFirst())
                .returns("public.things", TableProof::table)
                .returns(2003L, TableProof::rows)
                .returns(true, TableProof::equal)
                .satisfies(proof -> assertThat(proof.checksum()).matches("[0-9a-f]{32}"));
    }

    @Test
    void listsTenKeysOfManyAndPutsTheTableFirst() {
        var aurora = copy("many");
        server.sql("many", "UPDATE parted SET v = 'w'");

        var comparison = compare(original, aurora, 2);

        assertThat(comparison.differences())
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference.keys()).hasSize(10));
        assertThat(comparison.tables().subList(0, 2)).noneMatch(TableProof::equal);
        assertThat(comparison.tables().subList(2, 13)).allMatch(TableProof::equal);
    }

    @Test
    void rowsWithoutAKeyAreNamedByTheirPlace() {
        var aurora = copy("places");
        server.sql("places", "DELETE FROM pairs WHERE a = 'x3'; INSERT INTO pairs VALUES ('y', 1)");

        assertThat(compare(original, aurora, 1).differences())
                .singleElement()
                .satisfies(
                        difference -> {
                            assertThat(difference.what())
                                    .startsWith("100 rows on RDS, 91 on Aurora");
                            assertThat(difference.keys())
                                    .hasSize(10)
                                    .anyMatch(key -> key.matches("\\(0,\\d+\\) on RDS"));
                        });
    }

    @Test
    void aSequenceThatACrashLeftAheadIsNoDifference() {
        var aurora = copy("recovered");
        server.sql(
                "recovered",
                "SELECT setval('numbers', (SELECT last_value + log_cnt FROM numbers))");

        assertThat(compare(original, aurora, 1).differences()).isEmpty();
        assertThat(compare(aurora, original, 1).differences())
                .as("the copy gives values again that the source gave")
                .extracting(Difference::kind)
                .containsExactly(Kind.SEQUENCE);
    }

    @Test
    void aQueryThatFailsIsAFault() {
        var aurora = copy("failing");
        server.sql(
                "failing",
                """
                CREATE TABLE hidden (v int); ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
                INSERT INTO hidden VALUES (1); CREATE POLICY none ON hidden USING (false)
                """);
        server.sql("original", "CREATE TABLE hidden (v int)");
        try {
            assertThatThrownBy(() -> compare(original, aurora, 2))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("Comparing public.hidden on " + aurora)
                    .hasMessageContaining("row-level security policy");
        } finally {
            server.sql("original", "DROP TABLE hidden");
        }
    }

    @Test
    void whoMayNotReadIsDenied() {
        var poor = new Credentials("poor", "p");
        server.sql("postgres", "CREATE ROLE poor LOGIN PASSWORD 'p'");

        assertThatThrownBy(
                        () ->
                                compare(
                                        comparisons(Connector.patient(TLS), 1),
                                        original,
                                        original,
                                        poor))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("permission denied for");
    }

    @Test
    void aServerThatSaysNothingAnyMoreIsUnavailable() {
        var aurora = copy("locked");
        var hasty = new Connector(TLS, Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (var owner = Connector.quick(TLS).open(aurora, TestServer.MASTER)) {
            server.sql("locked", "ALTER TABLE pairs OWNER TO master");
            owner.begin();
            owner.run("Locking", "LOCK TABLE pairs IN ACCESS EXCLUSIVE MODE");

            assertThatThrownBy(() -> compare(comparisons(hasty, 1), original, aurora, DAYBREAK))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("SocketTimeoutException");
            isLeftAlone(owner);
        }
    }

    /// The lock is still held: a query that waits for it ends only if the server has noticed that
    /// nobody waits for its answer any more.
    private static void isLeftAlone(Link owner) {
        owner.run(
                "Waiting until the abandoned query has ended",
                """
                SET LOCAL statement_timeout = '30s';
                DO $$ BEGIN
                  WHILE EXISTS (SELECT FROM pg_locks WHERE NOT granted
                                  AND relation = 'pairs'::regclass) LOOP
                    PERFORM pg_sleep(0.1);
                  END LOOP;
                END $$
                """);
    }
}
