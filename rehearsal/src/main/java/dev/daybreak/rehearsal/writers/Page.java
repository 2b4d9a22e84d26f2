package dev.daybreak.rehearsal.writers;

import dev.daybreak.rehearsal.postgres.Address;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one client was told about each of its rows. It lies outside every database, so that it can
/// judge them.
public final class Page {
    /// An application's pod, or somebody who was forgotten.
    public enum Kind {
        POD,
        STRAY
    }

    private final Ledger ledger;
    private final String writer;
    private final Kind kind;
    private final Timeline timeline = new Timeline();
    private final Map<String, PageOnServer> servers = new TreeMap<>();
    private final Numbers acknowledged = new Numbers();
    private final Numbers inDoubt = new Numbers();
    private int last;

    Page(Ledger ledger, String writer, Kind kind) {
        this.ledger = ledger;
        this.writer = writer;
        this.kind = kind;
    }

    public String writer() {
        return writer;
    }

    public Kind kind() {
        return kind;
    }

    /// A number that was never used before.
    public synchronized int next() {
        return ++last;
    }

    public Moment now() {
        return ledger.now();
    }

    public synchronized void acknowledged(int n, Address server, Moment sent) {
        acknowledged.add(n);
        var answered = now();
        var name = ledger.nameOf(server);
        var row = new Acknowledged(writer, n, name, sent, answered);
        on(name).acknowledged(row);
        ledger.acknowledged(row);
        timeline.acknowledged(answered);
        if (kind == Kind.POD) {
            ledger.timeline().acknowledged(answered);
        }
    }

    /// The commit was sent and its answer lost: the row may be there, once, or not.
    public synchronized void inDoubt(int n, Address server) {
        inDoubt.add(n);
        on(ledger.nameOf(server)).count(new Counts(0, 1, 0, Map.of()));
    }

    /// Certainly not committed, or not even connected.
    public synchronized void refused(Address server, Refusal reason) {
        on(ledger.nameOf(server)).count(new Counts(0, 0, 0, Map.of(reason, 1L)));
    }

    public synchronized void read(Address server) {
        on(ledger.nameOf(server)).count(new Counts(0, 0, 1, Map.of()));
        if (kind == Kind.POD) {
            ledger.timeline().acknowledged(now());
        }
    }

    public synchronized Counts counts() {
        return servers.values().stream()
                .map(PageOnServer::counts)
                .reduce(Counts.NONE, Counts::plus);
    }

    public synchronized Counts counts(String server) {
        return Optional.ofNullable(servers.get(server))
                .map(PageOnServer::counts)
                .orElse(Counts.NONE);
    }

    public synchronized Optional<Acknowledged> first(String server) {
        return Optional.ofNullable(servers.get(server)).flatMap(PageOnServer::first);
    }

    public synchronized Optional<Acknowledged> last(String server) {
        return Optional.ofNullable(servers.get(server)).flatMap(PageOnServer::last);
    }

    public Timeline timeline() {
        return timeline;
    }

    public synchronized Numbers acknowledged() {
        return acknowledged.copy();
    }

    public synchronized Numbers inDoubt() {
        return inDoubt.copy();
    }

    private PageOnServer on(String server) {
        return servers.computeIfAbsent(server, _ -> new PageOnServer());
    }

    private static final class PageOnServer {
        private Counts counts = Counts.NONE;
        private Optional<Acknowledged> first = Optional.empty();
        private Optional<Acknowledged> last = Optional.empty();

        private void acknowledged(Acknowledged row) {
            count(new Counts(1, 0, 0, Map.of()));
            if (first.isEmpty()) {
                first = Optional.of(row);
            }
            last = Optional.of(row);
        }

        private void count(Counts more) {
            counts = counts.plus(more);
        }

        private Counts counts() {
            return counts;
        }

        private Optional<Acknowledged> first() {
            return first;
        }

        private Optional<Acknowledged> last() {
            return last;
        }
    }
}
