package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.CANNOT_RUN;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.DIED;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.PORT_IN_USE;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.TOO_SLOW;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A PostgreSQL server that runs. Whatever ends this JVM ends the server too, unless it was told to
/// live on.
public final class PostgresServer implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 5;

    private final Cluster cluster;
    private final String name;
    private final Address address;
    private final Process process;
    private final OrphanGuard guard;
    private final Thread hook;
    private boolean kept;
    private boolean stopped;

    private PostgresServer(
            Cluster cluster, String name, Address address, Process process, OrphanGuard guard) {
        this.cluster = cluster;
        this.name = name;
        this.address = address;
        this.process = process;
        this.guard = guard;
        this.hook = new Thread(this::endWithTheJvm, "stop-" + name);
        var _ = process.onExit().thenRun(guard::dismiss);
    }

    static PostgresServer start(
            Cluster cluster, String name, Address address, ServerSettings settings) {
        if (!address.isFree()) {
            throw new ServerTrouble(
                    PORT_IN_USE,
                    "%s cannot start on %s: another program listens there. Choose another port, or"
                                    .formatted(name, address)
                            + " end that program");
        }
        var files = new ServerFiles(cluster);
        files.write(address, settings);
        var logBefore = files.logLength();
        var server = launch(cluster, name, address, files);
        Runtime.getRuntime().addShutdownHook(server.hook);
        server.awaitReady(files, logBefore);
        return server;
    }

    public String name() {
        return name;
    }

    public Address address() {
        return address;
    }

    public Cluster cluster() {
        return cluster;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Database database(String database, Login login) {
        return new Database(address, database, login);
    }

    /// The superuser's door, for the rehearsal itself only: on RDS nobody has it.
    public Database admin() {
        return database("postgres", cluster.admin());
    }

    /// Why it is gone, in its own words; for a server that runs, its last lines.
    public String lastWords() {
        return new ServerFiles(cluster).written(0);
    }

    /// Lets the server and its files live on when this JVM ends.
    public synchronized void keep() {
        kept = true;
        forgetHook();
        guard.dismiss();
    }

    /// Ends all sessions and shuts down cleanly; doing it twice is doing it once.
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        signal("INT");
        if (!ends(STOP_PATIENCE)) {
            signal("QUIT");
            if (!ends(STOP_PATIENCE)) {
                process.destroyForcibly();
                ends(STOP_PATIENCE);
            }
        }
        guard.dismiss();
        forgetHook();
    }

    /// Stops and deletes its folder, or leaves both where it was told to keep them.
    @Override
    public synchronized void close() {
        if (kept) {
            return;
        }
        stop();
        Folders.delete(cluster.folder());
    }

    /// A server that crashed leaves its files: they are evidence, or somebody started it again.
    private void endWithTheJvm() {
        if (isAlive()) {
            close();
        }
    }

    private static PostgresServer launch(
            Cluster cluster, String name, Address address, ServerFiles files) {
        // A session of its own: Ctrl-C in the terminal is for us, and we stop the servers in order.
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(Launch.here().command(files.command()));
        try {
            var log = ProcessBuilder.Redirect.appendTo(files.log().toFile());
            var process = Commands.builder(command).redirectOutput(log).start();
            process.getOutputStream().close();
            var guard = OrphanGuard.over(process.pid());
            return new PostgresServer(cluster, name, address, process, guard);
        } catch (IOException e) {
            throw new ServerTrouble(
                    CANNOT_RUN, "%s cannot run: %s".formatted(name, e.getMessage()), e);
        }
    }

    private void awaitReady(ServerFiles files, long logBefore) {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!files.saysReady(process.pid())) {
            if (ends(Duration.ofMillis(LOOK_EVERY_MILLIS))) {
                stop();
                var written = files.written(logBefore);
                throw Diagnosis.of(written, DIED)
                        .trouble("%s on %s did not start".formatted(name, address), written);
            }
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                stop();
                throw new ServerTrouble(
                        TOO_SLOW,
                        "%s did not answer within %d s; its log is %s"
                                .formatted(name, START_PATIENCE.toSeconds(), files.log()));
            }
        }
    }

    private void signal(String signal) {
        if (process.isAlive()) {
            Commands.run(List.of("sh", "-c", "kill -%s %d".formatted(signal, process.pid())));
        }
    }

    /// Waits even when the thread is interrupted: stopping is what an interrupted rehearsal does.
    private boolean ends(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(deadline - System.nanoTime(), NANOSECONDS);
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return; // the JVM is ending: the hook is what runs now
        }
    }
}
