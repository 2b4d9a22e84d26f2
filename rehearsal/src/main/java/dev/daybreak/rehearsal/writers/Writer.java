package dev.daybreak.rehearsal.writers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.daybreak.rehearsal.postgres.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// What runs in a pod: it is told its database once, when it starts, and writes there for ever,
/// whatever happens; lost connections it makes anew.
public final class Writer implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration BACK_OFF_MIN = Duration.ofMillis(20);
    private static final Duration BACK_OFF_MAX = Duration.ofMillis(200);

    private final Page page;
    private final Database database;
    private final Rate rate;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Optional<Session> session = Optional.empty();
    private volatile boolean quiet;

    private Writer(Page page, Database database, Rate rate) {
        this.page = page;
        this.database = database;
        this.rate = rate;
        this.thread = Thread.ofPlatform().daemon().name(page.writer()).unstarted(this::live);
    }

    /// One of the application's pods.
    public static Writer pod(Ledger ledger, String name, Database database, Rate rate) {
        return start(new Writer(ledger.page(name, Page.Kind.POD), database, rate));
    }

    /// Somebody whom nobody thought of: it knows its database by heart, and nobody scales it down.
    public static Writer stray(Ledger ledger, String name, Database database, Rate rate) {
        return start(new Writer(ledger.page(name, Page.Kind.STRAY), database, rate));
    }

    private static Writer start(Writer writer) {
        writer.thread.start();
        return writer;
    }

    public Page page() {
        return page;
    }

    /// Where it writes; it never prints the password.
    public Database database() {
        return database;
    }

    /// From now on it only reads, or writes again.
    public void quiet(boolean only) {
        quiet = only;
    }

    public boolean isConnected() {
        return session.isPresent();
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /// Ends as a pod does that is told to: the transaction that runs is finished.
    public void stop() {
        stopping.countDown();
        if (!ends(GRACE)) {
            kill();
        }
    }

    /// Ends at once, with whatever was under way.
    public void kill() {
        stopping.countDown();
        session.ifPresent(Session::abort);
        ends(GRACE);
    }

    @Override
    public void close() {
        stop();
    }

    private void live() {
        var backOff = BACK_OFF_MIN;
        while (!stopsWithin(Duration.ZERO)) {
            try (var open = new Session(database)) {
                session = Optional.of(open);
                backOff = BACK_OFF_MIN;
                work(open);
            } catch (SQLException e) {
                page.refused(database.address(), Refusal.of(e));
            } finally {
                session = Optional.empty();
            }
            if (stopsWithin(backOff)) {
                return;
            }
            backOff = Collections.min(List.of(backOff.multipliedBy(2), BACK_OFF_MAX));
        }
    }

    /// Works until the session is lost or the pod ends; what falls behind is not caught up.
    private void work(Session open) {
        var next = System.nanoTime();
        var usable = true;
        while (usable && !stopsWithin(Duration.ofNanos(next - System.nanoTime()))) {
            usable = quiet ? read(open) : write(open);
            next = Math.max(next + rate.interval().toNanos(), System.nanoTime());
        }
    }

    private boolean read(Session open) {
        try {
            open.read(page.writer());
            page.read(database.address());
            return true;
        } catch (SQLException e) {
            return refused(open, e);
        }
    }

    private boolean write(Session open) {
        var n = page.next();
        try {
            open.write(page.writer(), n);
        } catch (SQLException e) {
            return refused(open, e);
        }
        return commit(open, n);
    }

    private boolean commit(Session open, int n) {
        var sent = page.now();
        try {
            open.commit();
            page.acknowledged(n, database.address(), sent);
            return true;
        } catch (SQLException e) {
            if (Refusal.isAnswer(e)) {
                return refused(open, e);
            }
            page.inDoubt(n, database.address());
            return false;
        }
    }

    private boolean refused(Session open, SQLException e) {
        page.refused(database.address(), Refusal.of(e));
        try {
            open.rollback();
            return !Refusal.of(e).endsSession();
        } catch (SQLException _) {
            return false;
        }
    }

    private boolean stopsWithin(Duration patience) {
        try {
            return stopping.await(patience.toNanos(), NANOSECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    private boolean ends(Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
