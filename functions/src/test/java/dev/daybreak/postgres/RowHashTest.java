package dev.daybreak.postgres;

import static dev.daybreak.postgres.TestServer.DAYBREAK;
import static dev.daybreak.postgres.TestServer.TLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.database.Address;
import dev.daybreak.proof.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowHashTest {
    private static final String TYPES =
            """
            CREATE TYPE mood AS ENUM ('', 'calm', 'wild');
            CREATE TYPE pair AS (a int, b text);
            CREATE TYPE blind AS ENUM ('one', 'other');
            CREATE FUNCTION blinded(blind) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT 'x' $$;
            CREATE CAST (blind AS text) WITH FUNCTION blinded(blind);
            CREATE DOMAIN price AS numeric CHECK (VALUE > 0);
            CREATE DOMAIN code AS bpchar;
            CREATE DOMAIN big AS int8 CHECK (VALUE <> 0);
            CREATE DOMAIN bigger AS big;
            """;

    private static final Map<String, String> SUMS = new HashMap<>();

    private static TestServer server;
    private static Address address;

    /// @param columns names and types
    /// @param left rows, as SQL
    /// @param right other rows
    record Trap(String what, String columns, String left, String right) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Trap values(String type, String left, String right) {
        return new Trap(
                "%s: %s against %s".formatted(type, left, right),
                "v " + type,
                "(" + left + ")",
                "(" + right + ")");
    }

    static Stream<Trap> traps() {
        return Stream.of(numbers(), texts(), times(), others(), rows()).flatMap(s -> s);
    }

    private static Stream<Trap> numbers() {
        return Stream.of(
                values("int8", "1", "4294967296"),
                values("int8", "-1", "4294967295"),
                values("int8", "NULL", "0"),
                values("int4", "NULL", "0"),
                values("int4", "NULL", "1"),
                values("int2", "NULL", "0"),
                values("bool", "NULL", "false"),
                values("bool", "true", "false"),
                values("oid", "1", "2"),
                values("oid", "NULL", "0"),
                values("numeric", "1.0", "1.00"),
                values("numeric", "1.5", "-1.5"),
                values("numeric", "1", "10000"),
                values("numeric", "'NaN'", "'Infinity'"),
                values("numeric", "0", "NULL"),
                values("price", "1.0", "1.00"),
                values("price", "1", "NULL"),
                values("bigger", "1", "4294967296"),
                values("bigger", "1", "NULL"),
                values("float8", "'-0'", "0"),
                values("float8", "0.1", "0.1 + 1.4e-17"),
                values("float8", "'NaN'", "'Infinity'"),
                values("float8", "NULL", "0"),
                values("float4", "'-0'", "0"),
                values("money", "1", "2"));
    }

    private static Stream<Trap> texts() {
        return Stream.of(
                values("text", "NULL", "''"),
                values("text", "'a'", "'a '"),
                values("text COLLATE \"en-x-icu\"", "'a'", "'A'"),
                values("varchar(9)", "'a'", "'a '"),
                values("bpchar", "'a'", "'a  '"),
                values("bpchar", "NULL", "''"),
                values("code", "'a'", "'a '"),
                values("char(5)", "'a'", "' a'"),
                values("\"char\"", "'a'", "'b'"),
                values("name", "'a'", "'b'"),
                values("jsonb", "'1.0'", "'1.00'"),
                values("jsonb", "'null'", "NULL"),
                values("json", "'{\"a\": 1}'", "'{\"a\":1}'"),
                values("xml", "'<a/>'", "'<a></a>'"),
                values("bytea", "'\\x00'", "'\\x0000'"),
                values("bytea", "''", "NULL"),
                values("mood", "'calm'", "'wild'"),
                values("mood", "''", "NULL"),
                values("blind", "'one'", "'other'"));
    }

    private static Stream<Trap> times() {
        return Stream.of(
                values(
                        "timestamptz",
                        "'2026-01-01 00:00:00.000001Z'",
                        "'2026-01-01 00:00:00.000002Z'"),
                values(
                        "timestamp",
                        "'2000-01-01 00:00:00'",
                        "'2000-01-01'::timestamp + interval '4294.967296 s'"),
                values("timestamp", "'2241-12-31 23:59:59.000001'", "'2241-12-31 23:59:59.000002'"),
                values("timestamp", "'9999-01-01 0:0:0.000001'", "'9999-01-01 0:0:0.000002'"),
                values("timestamp", "'infinity'", "'-infinity'"),
                values("timestamptz", "NULL", "'infinity'"),
                values("timestamptz", "NULL", "'1970-01-01Z'"),
                values("date", "'infinity'", "'-infinity'"),
                values("date", "NULL", "'2000-01-01'"),
                values("date", "'5874897-12-31'", "'5874897-12-30'"),
                values("time", "'00:00:00'", "'01:11:34.967296'"),
                values("time", "NULL", "'00:00:00'"),
                values("timetz", "'00:00+01'", "'01:00+02'"),
                values("interval", "'24 hours'", "'1 day'"),
                values("interval", "'30 days'", "'1 month'"));
    }

    private static Stream<Trap> others() {
        return Stream.of(
                values(
                        "uuid",
                        "'00112233-4455-6677-8899-aabbccddeeff'",
                        "'00112233-4455-6677-8899-aabbccddeefe'"),
                values("uuid", "NULL", "'00000000-0000-0000-0000-000000000000'"),
                values("int4[]", "'{1,NULL}'", "'{1,0}'"),
                values("int4[]", "'{1,2}'", "'[0:1]={1,2}'"),
                values("numeric[]", "'{1.0}'", "'{1.00}'"),
                values("int4[]", "'{}'", "NULL"),
                values("mood[]", "'{calm}'", "'{wild}'"),
                values("pair", "ROW(1, NULL)::pair", "ROW(1, '')::pair"),
                values("int4range", "'[1,3)'", "'[1,4)'"),
                values("numrange", "'[1.0,2)'", "'[1.00,2)'"),
                values("int4multirange", "'{[1,3)}'", "'{[1,4)}'"),
                values("point", "'(0,0)'", "'(-0,0)'"),
                values("box", "'(1,1),(0,0)'", "'(2,0.5),(0,0)'"),
                values("circle", "'<(0,0),1>'", "'<(1,0),1>'"),
                values("bit(4)", "'0001'", "'0010'"),
                values("varbit", "'1'", "'01'"),
                values("tsvector", "'a:1'", "'a:2'"),
                values("tsquery", "'a & b'", "'a | b'"),
                values("inet", "'10.0.0.1/8'", "'10.0.0.1'"),
                values("cidr", "'10.0.0.0/8'", "'10.0.0.0/9'"),
                values("macaddr", "'08:00:2b:01:02:03'", "'08:00:2b:01:02:04'"),
                values("pg_lsn", "'0/1'", "'1/0'"),
                values("regclass", "'pg_class'", "'pg_type'"),
                values("jsonpath", "'$.a'", "'$.b'"));
    }

    private static Stream<Trap> rows() {
        return Stream.of(
                new Trap(
                        "values swapped between rows",
                        "a int4, b int4",
                        "(1, 10), (2, 20)",
                        "(1, 20), (2, 10)"),
                new Trap(
                        "texts swapped between rows",
                        "a int8, b text",
                        "(1, 'x'), (2, 'y')",
                        "(1, 'y'), (2, 'x')"),
                new Trap("swapped between integers", "a int4, b int4", "(1, 2)", "(2, 1)"),
                new Trap("swapped between numbers", "a int8, b int8", "(1, 2)", "(2, 1)"),
                new Trap(
                        "swapped between three numbers",
                        "a int8, b int8, c int8",
                        "(1, 2, 3)",
                        "(3, 2, 1)"),
                new Trap("a bit in two numbers", "a int8, b int8", "(1, 2)", "(0, 3)"),
                new Trap("a bit in two integers", "a int4, b int4", "(1, 2)", "(0, 3)"),
                new Trap("NULL in the other column", "a int4, b int4", "(NULL, 0)", "(0, NULL)"),
                new Trap("NULL in the other text", "a text, b text", "(NULL, '')", "('', NULL)"),
                new Trap("NULL moved", "a text, b text", "(NULL, 'x')", "('x', NULL)"),
                new Trap(
                        "NULLs of two rows",
                        "a int4, b int4",
                        "(NULL, 1), (2, NULL)",
                        "(2, 1), (NULL, NULL)"),
                new Trap("a pair for another", "a int4", "(1), (1), (3)", "(2), (2), (3)"),
                new Trap("twice instead of once", "a int4", "(1), (1)", "(1)"),
                new Trap(
                        "another twice",
                        "a int4, b text",
                        "(1, 'x'), (1, 'x'), (2, 'y')",
                        "(1, 'x'), (2, 'y'), (2, 'y')"),
                new Trap("a letter moved", "a text, b text", "('ab', 'c')", "('a', 'bc')"),
                new Trap("the bits of NULL", "a int4, b int8", "(NULL, 0)", "(0, 1)"));
    }

    @BeforeAll
    static void start() {
        server = TestServer.start();
        address = server.database("hashes");
        server.sql(
                "hashes", TYPES + traps().map(RowHashTest::tables).collect(Collectors.joining()));
        try (var side = ComparedSide.open(Connector.quick(TLS), address, DAYBREAK, 1)) {
            var queries =
                    side.tables().values().stream()
                            .filter(table -> table.name().startsWith("public."))
                            .map(RowHashTest::sums)
                            .collect(Collectors.joining(" UNION ALL "));
            side.lead()
                    .rows("Hashing", queries, row -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> SUMS.put(entry.getKey(), entry.getValue()));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void noTrapIsFallenInto(Trap trap) {
        for (var shape : shapes(trap).keySet()) {
            assertThat(SUMS.get(name(trap, shape) + " left"))
                    .as(shape)
                    .isNotNull()
                    .isEqualTo(SUMS.get(name(trap, shape) + " again"))
                    .isNotEqualTo(SUMS.get(name(trap, shape) + " right"));
        }
    }

    /// Alone, between others, and without NULLs, because each is another expression.
    private static Map<String, String> shapes(Trap trap) {
        var alone = trap.columns();
        var strict =
                (trap.left() + trap.right()).contains("NULL")
                        ? alone
                        : Stream.of(alone.split(", ", -1))
                                .map(column -> column + " NOT NULL")
                                .collect(Collectors.joining(", "));
        return Map.of(
                "alone",
                alone,
                "between",
                "x int8 DEFAULT 7 NOT NULL, " + alone + ", z text DEFAULT 'z'",
                "strict",
                strict);
    }

    private static String tables(Trap trap) {
        var names =
                Stream.of(trap.columns().split(", ", -1))
                        .map(column -> column.substring(0, column.indexOf(' ')))
                        .collect(Collectors.joining(", "));
        var all = new StringBuilder();
        shapes(trap)
                .forEach(
                        (shape, columns) ->
                                all.append(table(name(trap, shape), columns, names, trap)));
        return all.toString();
    }

    private static String table(String name, String columns, String names, Trap trap) {
        return """
               CREATE TABLE %1$s (side text, %2$s);
               INSERT INTO %1$s (%3$s) VALUES %4$s; UPDATE %1$s SET side = 'again';
               INSERT INTO %1$s (%3$s) VALUES %4$s;
               UPDATE %1$s SET side = 'left' WHERE side IS NULL;
               INSERT INTO %1$s (%3$s) VALUES %5$s;
               UPDATE %1$s SET side = 'right' WHERE side IS NULL;
               """
                .formatted(name, columns, names, trap.left(), trap.right());
    }

    private static String name(Trap trap, String shape) {
        return "public.t%08x_%s".formatted(trap.hashCode(), shape);
    }

    private static String sums(ComparedTable table) {
        return "SELECT '%s ' || side, count(*) || ' ' || sum(%s) %s GROUP BY side"
                .formatted(
                        table.name(),
                        RowHash.of(
                                table.columns().subList(1, table.columns().size()), Method.CHAIN),
                        table.from());
    }

    private static String sum() {
        try (var side = ComparedSide.open(Connector.quick(TLS), address, DAYBREAK, 1)) {
            var table = Optional.ofNullable(side.tables().get("public.trap")).orElseThrow();
            return side.lead()
                    .row(
                            "Hashing",
                            "SELECT count(*) || ' ' || sum(%s) %s"
                                    .formatted(
                                            RowHash.of(table.columns(), Method.CHAIN),
                                            table.from()),
                            row -> row.getString(1));
        }
    }

    @Test
    void aNullInAColumnThatIsCalledNotNullDoesNotHideItsRow() {
        var left = invalid("(NULL, 1)");

        assertThat(left).startsWith("1 ").isNotEqualTo(invalid("(NULL, 2)"));
    }

    private static String invalid(String rows) {
        server.sql(
                "hashes",
                "DROP TABLE IF EXISTS trap; CREATE TABLE trap (a int, b int);"
                        + "INSERT INTO trap VALUES %s; UPDATE pg_attribute SET attnotnull = true"
                                .formatted(rows)
                        + " WHERE attrelid = 'trap'::regclass AND attname = 'a'");
        return sum();
    }

    @Test
    void asManyColumnsAsATableCanHave() {
        var columns =
                IntStream.range(0, 1_600)
                        .mapToObj(i -> "c%d %s".formatted(i, i % 2 == 0 ? "int" : "bool"))
                        .collect(Collectors.joining(", "));
        server.sql(
                "hashes",
                "DROP TABLE IF EXISTS trap; CREATE TABLE trap (%s); INSERT INTO trap (c9) VALUES (true)"
                        .formatted(columns));
        var before = sum();
        server.sql("hashes", "UPDATE trap SET c1598 = 0");

        assertThat(sum()).isNotEqualTo(before);
    }
}
