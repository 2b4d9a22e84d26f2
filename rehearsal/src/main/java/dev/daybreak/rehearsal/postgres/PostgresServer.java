package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.CANNOT_RUN;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.DIED;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.PORT_IN_USE;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.TOO_SLOW;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A PostgreSQL server that runs. Whatever ends this JVM ends the server too, unless it was told to
/// live on.
public final class PostgresServer implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 5;

    private final Cluster cluster;
    private final String name;
    private final Address address;
    private final Postmaster postmaster;
    private final Thread hook;
    private boolean kept;
    private boolean stopped;

    private PostgresServer(Cluster cluster, String name, Address address, Postmaster postmaster) {
        this.cluster = cluster;
        this.name = name;
        this.address = address;
        this.postmaster = postmaster;
        this.hook = new Thread(this::endWithTheJvm, "stop-" + name);
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
        server.endWithThisJvm();
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
        return postmaster.pid();
    }

    public boolean isAlive() {
        return postmaster.isAlive();
    }

    public Database database(String database, Login login) {
        return new Database(address, database, login);
    }

    /// The superuser's door, for the rehearsal itself only: on RDS nobody has it.
    public Database admin() {
        return database("postgres", cluster.admin());
    }

    /// Where it writes its log.
    public Path log() {
        return new ServerFiles(cluster).log();
    }

    /// Why it is gone, in its own words; for a server that runs, its last lines.
    public String lastWords() {
        return new ServerFiles(cluster).written(0);
    }

    /// Lets the server and its files live on when this JVM ends.
    public synchronized void keep() {
        kept = true;
        forgetHook();
        postmaster.guard().dismiss();
    }

    /// Ends all sessions and shuts down cleanly; doing it twice is doing it once.
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        postmaster.shutDown();
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

    private void endWithThisJvm() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            postmaster.shutDown(); // Ctrl-C came first
            throw new ServerTrouble(DIED, name + " was not started: everything is ending", e);
        }
    }

    /// A server that crashed leaves its files: they are evidence, or somebody started it again.
    private void endWithTheJvm() {
        if (isAlive()) {
            close();
        }
    }

    private static PostgresServer launch(
            Cluster cluster, String name, Address address, ServerFiles files) {
        try {
            var postmaster = Postmaster.launch(files.command(), files.log());
            return new PostgresServer(cluster, name, address, postmaster);
        } catch (IOException e) {
            throw new ServerTrouble(
                    CANNOT_RUN, "%s cannot run: %s".formatted(name, e.getMessage()), e);
        }
    }

    private void awaitReady(ServerFiles files, long logBefore) {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!files.saysReady(postmaster.pid())) {
            if (postmaster.ends(Duration.ofMillis(LOOK_EVERY_MILLIS))) {
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

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return; // the JVM is ending: the hook is what runs now
        }
    }
}
