package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.report.Beats;
import dev.daybreak.rehearsal.report.Reporter;
import dev.daybreak.rehearsal.report.WritersNow;
import dev.daybreak.rehearsal.writers.Ledger;
import dev.daybreak.rehearsal.writers.Page;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Shows now and then what the writers see.
final class WritersTicker implements AutoCloseable {
    private static final Duration EVERY = Beats.FINEST;

    /// Writers breathe: this long without an answer, and the application is down.
    private static final Duration DOWN_AFTER = Duration.ofMillis(300);

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("writers-shown").factory());

    private WritersTicker() {}

    static WritersTicker start(Ledger ledger, Reporter reporter) {
        var ticker = new WritersTicker();
        var _ =
                ticker.timer.scheduleAtFixedRate(
                        () -> reporter.writers(now(ledger)),
                        EVERY.toMillis(),
                        EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
        return ticker;
    }

    static WritersNow now(Ledger ledger) {
        var rds = ledger.counts(Page.Kind.POD, "rds");
        var strays = ledger.counts(Page.Kind.STRAY, "rds");
        var aurora = ledger.counts(Page.Kind.POD, "aurora");
        var early = ledger.counts(Page.Kind.STRAY, "aurora");
        var moment = ledger.now();
        var silence =
                ledger.timeline().last().map(last -> last.until(moment)).orElse(Duration.ZERO);
        return new WritersNow(
                rds.acknowledged() + strays.acknowledged(),
                rds.refused() + strays.refused(),
                aurora.acknowledged() + early.acknowledged(),
                aurora.refused() + early.refused(),
                silence.compareTo(DOWN_AFTER) < 0,
                silence);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
