package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.asl.Failure;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.cloud.Sns;
import dev.daybreak.rehearsal.promises.Verdict;
import dev.daybreak.rehearsal.report.Cause;
import dev.daybreak.rehearsal.report.Downtime;
import dev.daybreak.rehearsal.report.Report;
import dev.daybreak.rehearsal.report.Visit;
import dev.daybreak.rehearsal.writers.Gap;
import dev.daybreak.rehearsal.writers.Moment;
import dev.daybreak.rehearsal.writers.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Judges a finished execution: what the application felt, and whether every promise was held.
final class Judgement {
    /// An application that is back writes within moments.
    private static final Duration WRITES_AGAIN_PATIENCE = Duration.ofSeconds(10);

    /// The opening ends sessions; a probe that saw it shows up to this much later.
    private static final Duration SETTLES_WITHIN = Duration.ofMillis(500);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Options options;
    private final Stage stage;
    private final World world;
    private final Watch watch;
    private final Outcome outcome;
    private final Supplier<Optional<Gap>> felt;
    private final LaterDays later;
    private final boolean isBack;
    private final int executions;

    /// @param outcome of the last execution that decided where the application is
    /// @param felt the longest gap until the cutover was over
    /// @param isBack whether the application was to go back, and not to move again
    /// @param executions how many there were, the judged one among them
    Judgement(
            Options options,
            Stage stage,
            Watch watch,
            Outcome outcome,
            Supplier<Optional<Gap>> felt,
            LaterDays later,
            boolean isBack,
            int executions) {
        this.options = options;
        this.stage = stage;
        this.world = stage.world();
        this.watch = watch;
        this.outcome = outcome;
        this.felt = felt;
        this.later = later;
        this.isBack = isBack;
        this.executions = executions;
    }

    Report report() {
        var failure = failure();
        var writes = applicationWrites();
        var now = WritersTicker.now(world.clients().ledger());
        var downtime = downtime();
        var gathered = new Gathering(stage, visits(), failure, home(failure), writes, executions);
        return new Report(
                endedAsExpected(failure),
                failure.flatMap(Failure::error),
                failure.flatMap(Failure::cause).map(cause -> Cause.of(cause).words()),
                options.size().toString(),
                took(),
                downtime,
                watch.forecast(),
                later.days(),
                later.rollback().map(Gap::length),
                now,
                Verdict.of(gathered.evidence()),
                world.cloud().alerts().sent().stream().map(Sns.Sent::alert).toList(),
                watch.visits(),
                Memory.peakMebibytes(),
                stage.folder());
    }

    private List<Visit> visits() {
        return Stream.concat(watch.visits().stream(), later.leavingVisits().stream()).toList();
    }

    private Optional<Failure> failure() {
        return switch (outcome) {
            case Outcome.Succeeded _ -> Optional.empty();
            case Outcome.Failed failed -> Optional.of(failed.failure());
            case Outcome.Aborted aborted -> Optional.of(aborted.failure());
            case Outcome.TimedOut _ -> Optional.of(Failure.of("States.Timeout", ""));
        };
    }

    /// A cutover that failed was returned, and a rollback that failed was undone. A decommission
    /// leaves the application on Aurora, however it ends.
    private String home(Optional<Failure> failure) {
        var leaves = !later.leavingVisits().isEmpty();
        return leaves || isBack == failure.isPresent() ? "aurora" : "rds";
    }

    /// A rehearsed failure is to end in a return (or, before the window, in a stop).
    private boolean endedAsExpected(Optional<Failure> failure) {
        if (options.fail().isEmpty()) {
            return failure.isEmpty();
        }
        return failure.flatMap(Failure::error)
                .filter(
                        error ->
                                error.equals("Daybreak.Returned")
                                        || error.equals("Daybreak.Stopped"))
                .isPresent();
    }

    private Duration took() {
        var visits = watch.visits();
        return visits.isEmpty()
                ? Duration.ZERO
                : Duration.between(visits.getFirst().entered(), visits.getLast().left());
    }

    /// Whether every pod that is there now gets a write acknowledged from now on.
    private boolean applicationWrites() {
        var ledger = world.clients().ledger();
        var since = ledger.now();
        var deadline = System.nanoTime() + WRITES_AGAIN_PATIENCE.toNanos();
        var settled = System.nanoTime() + SETTLES_WITHIN.toNanos();
        while (!everyPodWroteAfter(since) || System.nanoTime() < settled) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return true;
    }

    private boolean everyPodWroteAfter(Moment since) {
        var pods =
                world.migration().kubernetes().deployments().stream()
                        .flatMap(one -> world.wiring().deployments().pods(one.selector()).stream())
                        .toList();
        return world.isReady()
                && !pods.isEmpty()
                && pods.stream()
                        .allMatch(
                                pod ->
                                        world.clients()
                                                .ledger()
                                                .page(pod.name())
                                                .flatMap(page -> page.timeline().last())
                                                .filter(last -> last.isAfter(since))
                                                .isPresent());
    }

    /// The longest time without a sign of life; writers breathe, so a short one is none.
    private Optional<Downtime> downtime() {
        var ledger = world.clients().ledger();
        var refused =
                ledger.counts(Page.Kind.POD, "rds").refused()
                        + ledger.counts(Page.Kind.POD, "aurora").refused();
        return felt.get()
                .map(
                        gap ->
                                Downtime.between(
                                        gap.lastBefore().at(),
                                        gap.firstAfter().at(),
                                        refused,
                                        watch.visits()));
    }
}
