package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Clients that write numbered rows as fast as they can and connect anew whenever they are thrown
/// out; each knows what was acknowledged.
final class LiveWriters implements AutoCloseable {
    private final TestServer server;
    private final Address address;
    private final Credentials who;
    private final String first;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> inDoubt = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private LiveWriters(TestServer server, Address address, Credentials who, String first) {
        this.server = server;
        this.address = address;
        this.who = who;
        this.first = first;
    }

    static LiveWriters start(
            TestServer server, Address address, Credentials who, String first, int writers) {
        var live = new LiveWriters(server, address, who, first);
        for (int i = 0; i < writers; i++) {
            var name = "w" + i;
            live.threads.add(Thread.ofPlatform().start(() -> live.writeAlways(name)));
        }
        return live;
    }

    private void writeAlways(String name) {
        var number = new AtomicInteger();
        while (!stopped) {
            try (var connection = server.as(who, address)) {
                writeUntilThrownOut(connection, name, number);
            } catch (SQLException _) {
                refused.incrementAndGet();
            }
        }
    }

    /// A commit whose answer is an error that isn't the server's clear no is in doubt.
    private void writeUntilThrownOut(Connection connection, String name, AtomicInteger number)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!first.isEmpty()) {
                statement.execute(first);
            }
            while (!stopped) {
                var n = number.incrementAndGet();
                statement.execute("BEGIN");
                statement.execute("INSERT INTO ledger VALUES ('%s', %d)".formatted(name, n));
                try {
                    statement.execute("COMMIT");
                    acknowledged.add(name + ":" + n);
                } catch (SQLException e) {
                    inDoubt.add(name + ":" + n);
                    throw e;
                }
            }
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int inDoubt() {
        return inDoubt.size();
    }

    void awaitAcknowledged(int count) {
        await(() -> acknowledged.size() >= count);
    }

    void awaitRefused(int more) {
        var until = refused.get() + more;
        await(() -> refused.get() >= until);
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited 30 s in vain");
            }
            Thread.onSpinWait();
        }
    }

    /// Acknowledged rows that the table does not hold.
    List<String> missing() throws SQLException {
        var there = new ArrayList<String>();
        try (var connection = server.as(new Credentials("postgres", "any"), address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT writer || ':' || number FROM ledger")) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        return acknowledged.stream().filter(row -> !there.contains(row)).toList();
    }

    @Override
    public void close() {
        stopped = true;
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
