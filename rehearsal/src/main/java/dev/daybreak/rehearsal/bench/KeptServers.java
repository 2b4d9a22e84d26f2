package dev.daybreak.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// The servers that a rehearsal left running, to be measured beside it; closing ends them.
record KeptServers(Path folder) implements AutoCloseable {
    private static final String COUNTED =
            """
            SELECT format('SELECT count(*) FROM %I.%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            """;

    /// How long plain `SELECT count(*)` over every table takes, both servers at once, as the proof
    /// reads them.
    Duration count() {
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ended : threads.invokeAll(servers().stream().map(this::counting).toList())) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the tables cannot be counted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while counting", e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Callable<Integer> counting(List<String> server) {
        return () -> {
            var login = new Properties();
            login.setProperty("user", server.get(3));
            login.setProperty("password", server.get(4));
            login.setProperty("sslmode", "require");
            var url = "jdbc:postgresql://%s:%s/app".formatted(server.get(0), server.get(1));
            try (var session = DriverManager.getConnection(url, login);
                    var statement = session.createStatement()) {
                var queries = new ArrayList<String>();
                try (var rows = statement.executeQuery(COUNTED)) {
                    while (rows.next()) {
                        queries.add(rows.getString(1));
                    }
                }
                for (var query : queries) {
                    statement.executeQuery(query).close();
                }
                return queries.size();
            } catch (SQLException e) {
                throw new IllegalStateException(e.getSQLState() + ": " + e.getMessage(), e);
            }
        };
    }

    /// Host, port, database, user and password of each server's administrator, who is past every
    /// fence.
    private List<List<String>> servers() {
        try {
            return Files.readAllLines(folder.resolve("pgpass")).stream()
                    .map(line -> List.of(line.split(":", -1)))
                    .filter(server -> server.get(3).equals("rdsadmin"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no server was kept in " + folder, e);
        }
    }

    @Override
    public void close() {
        var stop = folder.resolve("stop");
        if (!Files.exists(stop)) {
            return;
        }
        try {
            new ProcessBuilder(stop.toString()).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(stop + " cannot run: run it by hand", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
