package dev.daybreak.postgres;

import static dev.daybreak.postgres.TestServer.DAYBREAK;
import static dev.daybreak.postgres.TestServer.TLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.database.Address;
import dev.daybreak.proof.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Thousands of small tables side by side in a large one: each group of rows stands for a table,
/// its copy got one random change, and the sorted texts of a group say whether that made a
/// difference.
class PlantedDifferencesTest {
    private static final long SEED = 20_261_201;
    private static final int SHAPES = 8;
    private static final int COLUMNS = 8;
    private static final int CHANGED_GROUPS = 2_000;
    private static final int GROUPS = 2_200;
    private static final int ROWS = 4;
    private static final int CHANGES = 6;

    /// A type, and values of it that are easily taken for one another.
    private record Pool(String type, String values) {
        String array() {
            return "(%s::%s[])".formatted(values, type);
        }
    }

    private static final List<Pool> POOLS =
            List.of(
                    new Pool("int2", "'{0,1,-1,32767,7,8}'"),
                    new Pool("int4", "'{0,1,2,-1,2147483647,-2147483648}'"),
                    new Pool("int8", "'{0,1,4294967296,-1,4294967295,-4294967296}'"),
                    new Pool("bool", "'{t,f}'"),
                    new Pool("oid", "'{0,1,4294967295}'"),
                    new Pool("numeric", "'{0,0.0,1,1.0,1.00,-1,10000,1.5,-1.5,NaN,Infinity}'"),
                    new Pool("float8", "'{0,-0,1,0.1,0.10000000000000002,NaN,Infinity,1e300}'"),
                    new Pool("float4", "'{0,-0,1,0.1,-1}'"),
                    new Pool("text", "ARRAY['','a','a ','A',' ','NULL','aa',E'a\\n']"),
                    new Pool("varchar(9)", "ARRAY['','a','a ','A',' ','NULL']"),
                    new Pool("bpchar", "ARRAY['','a','a ','A',' ']"),
                    new Pool("char(5)", "ARRAY['a','b','A']"),
                    new Pool(
                            "timestamptz",
                            "'{2026-01-01 00:00:00.000001Z,2026-01-01 00:00:00.000002Z,"
                                    + "9999-01-01 00:00:00.000001Z,9999-01-01 00:00:00.000002Z,"
                                    + "infinity,-infinity,1970-01-01Z}'"),
                    new Pool(
                            "timestamp",
                            "'{2000-01-01,2000-01-01 01:11:34.967296,0001-01-01 BC,1970-01-01}'"),
                    new Pool("date", "'{2000-01-01,2000-01-02,infinity,-infinity,5874897-12-31}'"),
                    new Pool("time", "'{00:00,01:11:34.967296,24:00,23:59:59.999999}'"),
                    new Pool("interval", "'{24 hours,1 day,30 days,1 month,0}'"),
                    new Pool(
                            "uuid",
                            "'{00000000-0000-0000-0000-000000000000,"
                                    + "00000000-0000-0000-0000-000000000001}'"),
                    new Pool("jsonb", "ARRAY['1.0','1.00','null','{}','{\"a\": 1}']"),
                    new Pool("bytea", "ARRAY['','\\x00','\\x0000']"),
                    new Pool("bit(4)", "'{0001,0010,0000}'"),
                    new Pool("inet", "'{10.0.0.1,10.0.0.1/8,10.0.0.0/8}'"),
                    new Pool("int4range", "ARRAY['[1,3)','[1,4)','empty']"),
                    new Pool("mood", "'{calm,wild}'"),
                    new Pool("price", "'{1.0,1.00,1}'"));

    private static TestServer server;
    private static Address address;

    private final Random random = new Random(SEED);

    /// How many groups really differ, how many of those look alike, and how many that are the same
    /// look different.
    private record Judged(int different, int missed, int falselyFound) {}

    @BeforeAll
    static void start() {
        server = TestServer.start();
        address = server.database("planted");
        server.sql(
                "planted",
                "CREATE TYPE mood AS ENUM ('calm', 'wild');"
                        + "CREATE DOMAIN price AS numeric CHECK (VALUE > 0);");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tenThousandRandomDifferencesAreAllFoundAndNothingElseIs() {
        var judged = IntStream.range(0, SHAPES).mapToObj(_ -> judged()).toList();

        assertThat(judged)
                .as("seed %d", SEED)
                .allMatch(one -> one.missed() == 0)
                .allMatch(one -> one.falselyFound() == 0);
        assertThat(judged.stream().mapToInt(Judged::different).sum())
                .isGreaterThanOrEqualTo(10_000);
    }

    private Judged judged() {
        var pools = new ArrayList<>(POOLS);
        Collections.shuffle(pools, random);
        var chosen = List.copyOf(pools.subList(0, COLUMNS));
        var isNullable = IntStream.range(0, COLUMNS).mapToObj(_ -> random.nextBoolean()).toList();
        server.sql("planted", tables(chosen, isNullable) + changes(chosen, isNullable));
        return judge();
    }

    private String tables(List<Pool> pools, List<Boolean> isNullable) {
        var columns =
                each(
                        i ->
                                "c%d %s%s"
                                        .formatted(
                                                i,
                                                pools.get(i).type(),
                                                isNullable.get(i) ? "" : " NOT NULL"));
        var values = each(i -> any(pools.get(i), isNullable.get(i)));
        return """
               SELECT setseed(%s); DROP TABLE IF EXISTS source, copy;
               CREATE TABLE source (grp int, r int, %s); CREATE TABLE copy (LIKE source);
               INSERT INTO source SELECT g, r, %s
                 FROM generate_series(0, %d) g, generate_series(1, %d) r;
               INSERT INTO copy SELECT * FROM source ORDER BY random();
               """
                .formatted(random.nextDouble(), columns, values, GROUPS - 1, ROWS);
    }

    /// Behind the last value of an array is NULL.
    private static String any(Pool pool, boolean isNullable) {
        return "%1$s[1 + floor(random() * (cardinality(%1$s) + %2$d))]"
                .formatted(pool.array(), isNullable ? 1 : 0);
    }

    private static String changes(List<Pool> pools, List<Boolean> isNullable) {
        var rows = "grp < %d AND grp %% %d = ".formatted(CHANGED_GROUPS, CHANGES);
        var columns =
                IntStream.range(0, COLUMNS)
                        .mapToObj(i -> change(i, pools.get(i), isNullable.get(i), rows))
                        .collect(Collectors.joining());
        var all = each(i -> "c" + i);
        return columns
                + """
                  DELETE FROM copy WHERE %1$s3 AND r = 1;
                  INSERT INTO copy SELECT grp, 5, %2$s FROM copy WHERE %1$s4 AND r = 1;
                  DELETE FROM copy WHERE %1$s5 AND r = 2;
                  INSERT INTO copy SELECT grp, 2, %2$s FROM copy WHERE %1$s5 AND r = 1;
                  """
                        .formatted(rows, all);
    }

    /// Another value, a NULL, and a swap with the next row.
    private static String change(int i, Pool pool, boolean isNullable, String rows) {
        return """
               UPDATE copy SET c%1$d = %2$s WHERE %3$s0 AND grp / %4$d %% %5$d = %1$d AND r = 1;
               UPDATE copy SET c%1$d = %6$s WHERE %3$s1 AND grp / %4$d %% %5$d = %1$d AND r = 1;
               UPDATE copy SET c%1$d = o.c%1$d FROM source o
                 WHERE copy.%3$s2 AND copy.grp / %4$d %% %5$d = %1$d
                   AND o.grp = copy.grp AND copy.r IN (1, 2) AND o.r = 3 - copy.r;
               """
                .formatted(
                        i,
                        any(pool, isNullable),
                        rows.replace(" AND grp", " AND copy.grp"),
                        CHANGES,
                        COLUMNS,
                        isNullable ? "NULL" : any(pool, false));
    }

    private static String each(IntFunction<String> one) {
        return IntStream.range(0, COLUMNS).mapToObj(one).collect(Collectors.joining(", "));
    }

    private static Judged judge() {
        try (var side = ComparedSide.open(Connector.quick(TLS), address, DAYBREAK, 1)) {
            var source = Optional.ofNullable(side.tables().get("public.source")).orElseThrow();
            var columns = source.columns().subList(2, 2 + COLUMNS);
            var hash = RowHash.of(columns, Method.CHAIN);
            return side.lead()
                    .row(
                            "Judging",
                            """
                            SELECT count(*) FILTER (WHERE a.text <> b.text),
                              count(*) FILTER (WHERE a.text <> b.text AND (a.n, a.sum) = (b.n, b.sum)),
                              count(*) FILTER (WHERE a.text = b.text AND (a.n, a.sum) <> (b.n, b.sum))
                            FROM (%s) a JOIN (%s) b USING (grp)
                            """
                                    .formatted(groups("source", hash), groups("copy", hash)),
                            row -> new Judged(row.getInt(1), row.getInt(2), row.getInt(3)));
        }
    }

    private static String groups(String table, String hash) {
        var text = "ROW(" + each(i -> "t.c" + i) + ")::text COLLATE \"C\"";
        return "SELECT grp, count(*) n, sum(%1$s), string_agg(%2$s, '|' ORDER BY %2$s) AS text FROM public.%3$s t GROUP BY grp"
                .formatted(hash, text, table);
    }
}
