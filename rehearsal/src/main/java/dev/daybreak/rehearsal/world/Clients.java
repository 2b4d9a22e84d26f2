package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.kubernetes.PodProcess;
import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.rehearsal.writers.Ledger;
import dev.daybreak.rehearsal.writers.Rate;
import dev.daybreak.rehearsal.writers.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everybody who uses the databases: the pods, a stray client that nobody thought of, and one that
/// knocks at Aurora too early.
final class Clients implements AutoCloseable {
    private final Migration migration;
    private final Ledger ledger;
    private final List<AppPod> pods = new ArrayList<>();
    private final List<Writer> strays = new ArrayList<>();
    private boolean quiet;

    Clients(Migration migration, Ledger ledger) {
        this.migration = migration;
        this.ledger = ledger;
    }

    Ledger ledger() {
        return ledger;
    }

    synchronized PodProcess pod(String name, String address, Map<String, String> environment) {
        var pod = AppPod.read(migration, name, address, environment, ledger, Rate.LIVELY);
        pods.add(pod);
        return pod;
    }

    /// Somebody who writes there for ever, whatever the migration does.
    synchronized void stray(String name, Database database) {
        var stray = Writer.stray(ledger, name, database, Rate.NOW_AND_THEN);
        stray.quiet(quiet);
        strays.add(stray);
    }

    /// Whoever nobody thought of was found, and uses the old host no more.
    synchronized void endStrays() {
        strays.forEach(Writer::kill);
        strays.clear();
    }

    /// Every pod writes a line into its log.
    synchronized void writeToLogs(String line) {
        pods.forEach(pod -> pod.write(line));
    }

    /// From now on everybody who is there only reads, or writes again.
    synchronized void quiet(boolean only) {
        quiet = only;
        pods.forEach(pod -> pod.quiet(only));
        strays.forEach(stray -> stray.quiet(only));
    }

    @Override
    public synchronized void close() {
        strays.forEach(Writer::kill);
        pods.forEach(AppPod::kill);
    }
}
