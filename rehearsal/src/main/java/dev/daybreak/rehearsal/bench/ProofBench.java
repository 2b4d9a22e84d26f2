package dev.daybreak.rehearsal.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.database.Credentials;
import dev.daybreak.postgres.Connector;
import dev.daybreak.postgres.ProofQueries;
import dev.daybreak.postgres.Tls;
import dev.daybreak.proof.Method;
import dev.daybreak.rehearsal.postgres.Address;
import dev.daybreak.rehearsal.postgres.Cluster;
import dev.daybreak.rehearsal.postgres.Login;
import dev.daybreak.rehearsal.postgres.PostgresBinaries;
import dev.daybreak.rehearsal.postgres.PostgresServer;
import dev.daybreak.rehearsal.postgres.ServerSettings;
import dev.daybreak.runtime.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// The proof's own queries on cached tables, beside `count(*)` and beside hashing each row's text,
/// all by turns on one server; one backend each, and two of them with half a table each.
final class ProofBench {
    private static final List<String> NAMES =
            List.of("public.narrow", "public.nullable", "public.wide");

    private final PostgresServer server;
    private final int rounds;
    private final PrintStream out;

    private ProofBench(PostgresServer server, int rounds, PrintStream out) {
        this.server = server;
        this.rounds = rounds;
        this.out = out;
    }

    /// Prints a line a table, and answers all figures.
    ///
    /// @param rows of the narrow tables; the wide one has a third of them
    static ObjectNode run(Path home, int rows, int rounds, PrintStream out) {
        var folder = home.resolve("bench").resolve("proof-" + ProcessHandle.current().pid());
        var cluster =
                Cluster.create(
                        PostgresBinaries.in(home.resolve("cache")),
                        folder,
                        new Login("bench", "bench"));
        var settings =
                ServerSettings.rds()
                        .with(
                                Map.of(
                                        "shared_buffers", "2GB",
                                        "max_parallel_workers_per_gather", "0",
                                        "autovacuum", "off",
                                        "jit", "off"));
        try (var server = cluster.start("bench", Address.free("127.0.0.4"), settings)) {
            return new ProofBench(server, rounds, out).measured(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getSQLState() + ": " + e.getMessage(), e);
        }
    }

    private ObjectNode measured(int rows) throws SQLException {
        try (var one = server.admin().connectPatiently();
                var other = server.admin().connectPatiently();
                var statement = one.createStatement()) {
            for (var sql : tables(rows).split(";\n", -1)) {
                statement.execute(sql);
            }
            var chain = queries(Method.CHAIN);
            var text = queries(Method.TEXT);
            var node = Json.MAPPER.createObjectNode().put("rows", rows).put("rounds", rounds);
            out.println(ProofFigures.HEADER);
            for (var name : NAMES) {
                var figures =
                        figures(name, query(chain, name), query(text, name), List.of(one, other));
                out.println(figures.line());
                node.set(name, figures.json());
            }
            return node;
        }
    }

    private static String tables(int rows) {
        return """
            CREATE TABLE narrow (id int8 PRIMARY KEY, account int4 NOT NULL, amount int4 NOT NULL,
              note text NOT NULL);
            INSERT INTO narrow SELECT i, i %% 1000, i %% 77777, 'note ' || i
              FROM generate_series(1, %1$d) i;
            CREATE TABLE nullable (id int8 PRIMARY KEY, account int4, amount int4, note text);
            INSERT INTO nullable SELECT * FROM narrow;
            CREATE TABLE wide (id int8 PRIMARY KEY, i int4, s int2, f bool, t text, v varchar(40),
              n numeric(12,2), d float8, at timestamptz, day date, u uuid, j jsonb);
            INSERT INTO wide SELECT i, i, i %% 1000, i %% 3 = 0, 'text ' || i, md5(i::text), i * 1.25,
              i / 3.0, timestamptz '2026-01-01Z' + i * interval '1.000001 s',
              date '2026-01-01' + i %% 10000, md5(i::text)::uuid, jsonb_build_object('i', i)
              FROM generate_series(1, %1$d / 3) i;
            VACUUM (ANALYZE) narrow, nullable, wide;
            """
                .formatted(rows);
    }

    private Map<String, String> queries(Method method) {
        var address = server.address();
        return ProofQueries.of(
                Connector.patient(new Tls("require", Optional.empty())),
                new dev.daybreak.database.Address(address.host(), address.port(), "postgres"),
                new Credentials("bench", "bench"),
                method);
    }

    private static String query(Map<String, String> queries, String name) {
        return Optional.ofNullable(queries.get(name)).orElseThrow();
    }

    /// The best of several rounds, each of which runs all of them.
    private ProofFigures figures(
            String name, String chain, String text, List<Connection> connections)
            throws SQLException {
        var pages = pages(name, connections.getFirst());
        var halves =
                List.of(
                        chain + "WHERE t.ctid < '(%d,0)'".formatted(pages / 2),
                        chain + "WHERE t.ctid >= '(%d,0)'".formatted(pages / 2));
        var all = new LinkedHashMap<String, List<String>>();
        all.put("count", List.of("SELECT count(*) FROM " + name));
        all.put("chain", List.of(chain));
        all.put("text", List.of(text));
        all.put("two", halves);
        var best = new LinkedHashMap<String, Long>();
        for (int i = 0; i < rounds; i++) {
            for (var one : all.entrySet()) {
                best.merge(one.getKey(), took(one.getValue(), connections), Math::min);
            }
        }
        return new ProofFigures(name, best);
    }

    private static long pages(String name, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT pg_relation_size('%s') / 8192".formatted(name))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long took(List<String> queries, List<Connection> connections) {
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < queries.size(); i++) {
            var connection = connections.get(i);
            var query = queries.get(i);
            work.add(
                    () -> {
                        try (var statement = connection.createStatement()) {
                            return statement.execute(query);
                        }
                    });
        }
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ended : threads.invokeAll(work)) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a query failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
        return System.nanoTime() - began;
    }
}
