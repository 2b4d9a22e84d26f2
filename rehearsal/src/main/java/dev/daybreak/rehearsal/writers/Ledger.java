package dev.daybreak.rehearsal.writers;

import dev.daybreak.rehearsal.postgres.Address;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// What all clients were told, page by page: the judge of lost writes and of the downtime.
public final class Ledger {
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<Address, String> names = new ConcurrentHashMap<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Timeline timeline = new Timeline();
    private final Bans bans = new Bans();

    public Ledger() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    Ledger(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /// From now on the server at this address is called so, for instance `rds`.
    public void name(Address server, String name) {
        names.put(server, name);
    }

    /// The page of a client; a client that starts again goes on where its page ends.
    public Page page(String writer, Page.Kind kind) {
        return pages.computeIfAbsent(writer, name -> new Page(this, name, kind));
    }

    public Optional<Page> page(String writer) {
        return Optional.ofNullable(pages.get(writer));
    }

    public List<Page> pages() {
        return pages.values().stream().sorted(Comparator.comparing(Page::writer)).toList();
    }

    /// When any pod's write was acknowledged, on whichever server; strays do not count.
    public Timeline timeline() {
        return timeline;
    }

    /// From now on that server must refuse every write; one that it acknowledges all the same is
    /// noted.
    public void forbid(String server) {
        bans.forbid(server, now());
    }

    /// From now on it may acknowledge writes again.
    public void allow(String server) {
        bans.allow(server);
    }

    /// The writes that were acknowledged although they had to be refused; the first of them, and
    /// how many there were.
    public List<String> forbidden() {
        return bans.broken();
    }

    void acknowledged(Acknowledged row) {
        bans.acknowledged(row);
    }

    public Counts counts() {
        return pages().stream().map(Page::counts).reduce(Counts.NONE, Counts::plus);
    }

    public Counts counts(Page.Kind kind, String server) {
        return pages().stream()
                .filter(page -> page.kind() == kind)
                .map(page -> page.counts(server))
                .reduce(Counts.NONE, Counts::plus);
    }

    /// The first row, of whichever client, that was acknowledged by a server.
    public Optional<Acknowledged> first(String server) {
        return pages().stream()
                .flatMap(page -> page.first(server).stream())
                .min(Comparator.comparing(row -> row.answered().at()));
    }

    public Optional<Acknowledged> last(String server) {
        return pages().stream()
                .flatMap(page -> page.last(server).stream())
                .max(Comparator.comparing(row -> row.answered().at()));
    }

    public Moment now() {
        return new Moment(clock.instant(), nanos.getAsLong());
    }

    String nameOf(Address server) {
        return names.getOrDefault(server, server.toString());
    }
}
