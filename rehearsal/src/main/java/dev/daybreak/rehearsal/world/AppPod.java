package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.kubernetes.PodProcess;
import dev.daybreak.rehearsal.postgres.Address;
import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.rehearsal.postgres.Login;
import dev.daybreak.rehearsal.writers.Ledger;
import dev.daybreak.rehearsal.writers.Rate;
import dev.daybreak.rehearsal.writers.Writer;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The application in a pod: it reads its connection string once, when it starts, and writes.
final class AppPod implements PodProcess {
    /// Older lines are forgotten.
    private static final int LINES_MAX = 1_000;

    private final String name;
    private final Ledger ledger;
    private final Database database;
    private final Rate rate;
    private final InstantSource clock = InstantSource.system();
    private final Deque<Line> log = new ArrayDeque<>();
    private Optional<Writer> writer = Optional.empty();

    private AppPod(String name, Ledger ledger, Database database, Rate rate) {
        this.name = name;
        this.ledger = ledger;
        this.database = database;
        this.rate = rate;
    }

    /// @param address the pod's own, from which it connects
    static AppPod read(
            Migration migration,
            String name,
            String address,
            Map<String, String> environment,
            Ledger ledger,
            Rate rate) {
        var secret = migration.kubernetes().databaseSecret();
        var names = migration.secret().fields();
        var fields =
                ConnectionString.fields(secret.dsn(), environment.getOrDefault(secret.key(), ""));
        var database =
                new Database(
                        new Address(
                                fields.getOrDefault(names.host(), ""),
                                Integer.parseInt(fields.getOrDefault(names.port(), "5432"))),
                        fields.getOrDefault(names.database(), ""),
                        new Login(
                                fields.getOrDefault(names.username(), ""),
                                fields.getOrDefault(names.password(), "")));
        return new AppPod(name, ledger, database.from(address), rate);
    }

    @Override
    public synchronized void start() {
        writer = Optional.of(Writer.pod(ledger, name, database, rate));
        write("INFO started");
    }

    @Override
    public synchronized boolean isReady() {
        return writer.filter(Writer::isConnected).isPresent();
    }

    /// Writes a line into the pod's log, for example `ERROR …`.
    synchronized void write(String line) {
        if (log.size() == LINES_MAX) {
            log.removeFirst();
        }
        log.addLast(new Line(clock.instant(), line));
    }

    @Override
    public synchronized List<Line> log() {
        return List.copyOf(log);
    }

    synchronized void quiet(boolean only) {
        writer.ifPresent(one -> one.quiet(only));
    }

    @Override
    public synchronized void stop() {
        writer.ifPresent(Writer::stop);
    }

    @Override
    public synchronized void kill() {
        writer.ifPresent(Writer::kill);
    }
}
