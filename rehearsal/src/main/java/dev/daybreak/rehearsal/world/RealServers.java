package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.cloud.ServerPark;
import dev.daybreak.rehearsal.postgres.Address;
import dev.daybreak.rehearsal.postgres.Cluster;
import dev.daybreak.rehearsal.postgres.Folders;
import dev.daybreak.rehearsal.postgres.PostgresServer;
import dev.daybreak.rehearsal.postgres.Progress;
import dev.daybreak.rehearsal.postgres.ServerSettings;
import dev.daybreak.rehearsal.postgres.Snapshot;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Real PostgreSQL servers behind the stand-in for RDS: snapshots are really taken and really
/// restored.
final class RealServers implements ServerPark, AutoCloseable {
    private PostgresServer source;
    private final Address aurora;
    private final Path folder;
    private final AtomicInteger made = new AtomicInteger();
    private final Deque<PostgresServer> started = new ArrayDeque<>();

    RealServers(PostgresServer source, Address aurora, Path folder) {
        this.source = source;
        this.aurora = aurora;
        this.folder = folder;
    }

    @Override
    public Endpoint reserve(String cluster) {
        return new Endpoint(aurora.host(), aurora.port());
    }

    @Override
    public Endpoint place(String instance) {
        var place = Address.free("127.0.0.1");
        return new Endpoint(place.host(), place.port());
    }

    /// The source is the only instance whose server was there before us.
    @Override
    public synchronized void stop(String instance) {
        source.stop();
    }

    @Override
    public synchronized void start(String instance) {
        source = source.cluster().start(source.name(), source.address(), ServerSettings.rds());
    }

    @Override
    public synchronized void delete(String instance) {
        source.stop();
        Folders.delete(source.cluster().folder());
    }

    private synchronized PostgresServer source() {
        return source;
    }

    @Override
    public Backup snapshot(String instance, IntConsumer percent) {
        var copy = folder.resolve("snapshot-" + made.incrementAndGet());
        var snapshot =
                Snapshot.take(
                        source(),
                        copy,
                        (done, total) ->
                                percent.accept(total == 0 ? 0 : (int) (100 * done / total)));
        return () -> new RestoredVolume(snapshot.restore(next("aurora-"), Progress.UNHEARD));
    }

    /// Lets all servers live on, and says which they are.
    synchronized List<PostgresServer> keepAll() {
        source.keep();
        started.forEach(PostgresServer::keep);
        return Stream.concat(Stream.of(source), started.stream()).toList();
    }

    private Path next(String prefix) {
        return folder.resolve(prefix + made.incrementAndGet());
    }

    @Override
    public synchronized void close() {
        started.forEach(PostgresServer::close);
        source.close();
    }

    private synchronized PostgresServer remember(PostgresServer server) {
        started.add(server);
        return server;
    }

    private synchronized void forget(PostgresServer server) {
        server.stop();
        started.remove(server);
    }

    /// The files of a cluster.
    private final class RestoredVolume implements Volume {
        private final Cluster files;

        private RestoredVolume(Cluster files) {
            this.files = files;
        }

        @Override
        public Server start(Endpoint endpoint, Map<String, String> parameters) {
            var server =
                    remember(
                            files.start(
                                    "aurora",
                                    new Address(endpoint.host(), endpoint.port()),
                                    ServerSettings.aurora(parameters)));
            return () -> forget(server);
        }

        @Override
        public void discard() {
            Folders.delete(files.folder());
        }
    }
}
