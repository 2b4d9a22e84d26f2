package dev.daybreak.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.cloud.InstanceEvent;
import dev.daybreak.rehearsal.report.LaterDay;
import dev.daybreak.rehearsal.report.Reporter;
import dev.daybreak.rehearsal.report.Visit;
import dev.daybreak.rehearsal.writers.Gap;
import dev.daybreak.runtime.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The days after the cutover: the clock jumps from one to the next, the schedules fire, RDS sends
/// its events, while the clients write on and the servers are real.
final class LaterDays {
    private static final Duration DAY = Duration.ofDays(1);

    /// Things go wrong before the day begins.
    private static final Duration NIGHT = Duration.ofHours(18);

    /// So that something is written on each day.
    private static final Duration AWAKE = Duration.ofMillis(150);

    /// The servers' logs tell no less: what was yesterday must not look like today.
    private static final Duration A_SECOND = Duration.ofMillis(1100);

    private final Options options;
    private final World world;
    private final Runner runner;
    private final Reporter reporter;
    private final Listener transcript;
    private final Meddler meddler;
    private final LaterRollback rollback;
    private final LeavingDays leaving;
    private final List<LaterDay> days = new ArrayList<>();
    private final Queue<InstanceEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger quiet = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    LaterDays(
            Options options,
            World world,
            Runner runner,
            Reporter reporter,
            Listener transcript,
            Meddler meddler,
            ExecutorService threads) {
        this.options = options;
        this.world = world;
        this.runner = runner;
        this.reporter = reporter;
        this.transcript = transcript;
        this.meddler = meddler;
        this.rollback = new LaterRollback(options.repository(), world, runner, transcript, meddler);
        this.leaving = new LeavingDays(options.repository(), runner, transcript, threads);
    }

    /// Until the last day, until the application has gone back, or until the old instance is gone.
    ///
    /// @return how the last execution ended that decides where the application is
    Outcome live() {
        Outcome last = new Outcome.Succeeded(Json.MAPPER.createObjectNode());
        if (options.later().days() == 0) {
            return last;
        }
        world.cloud().life().listen(events::add);
        world.clients().endStrays();
        LockSupport.parkNanos(A_SECOND.toNanos());
        for (int day = 1; day <= options.later().days(); day++) {
            dawn(day);
            if (options.later().rollbackOn().orElse(0) == day) {
                var outcome = rollback.on(day);
                pass(day, outcome instanceof Outcome.Succeeded ? "rolled back" : "not rolled back");
                return outcome;
            }
            validate(day);
            if (mayLeave(day)) {
                leaving.begin();
            }
            if (leaving.hasEnded()) {
                return leaving.outcome();
            }
        }
        return leaving.isUnderWay() ? leaving.outcome() : last;
    }

    /// With enough days left for the rest that the settings want.
    private boolean mayLeave(int day) {
        var settings = world.migration().decommission();
        return options.later().leaves()
                && !leaving.isUnderWay()
                && day >= settings.greenDays()
                && day + settings.stoppedDays() <= options.later().days();
    }

    private void dawn(int day) {
        leaving.awaitRest();
        world.clock().advance(NIGHT);
        options.later().injections().forEach(one -> one.into(world, day));
        hearEvents();
        world.clock().advance(DAY.minus(NIGHT));
        world.cloud().life().startOverdue();
        meddler.dawned(world, day);
        runner.wake();
        LockSupport.parkNanos(AWAKE.toNanos());
        Connections.record(world);
        if (leaving.isUnderWay()) {
            if (!options.later().injections().contains(Injection.AUTO_START)) {
                scheduled(
                        "keep-stopped",
                        Json.MAPPER.createObjectNode().put("schedule", "keep-stopped"));
            }
            hearEvents();
        }
    }

    /// Each one comes twice, as events may.
    private void hearEvents() {
        while (!events.isEmpty()) {
            var event = Json.MAPPER.createObjectNode();
            var heard = events.remove();
            event.put("source", "aws.rds").put("detail-type", "RDS DB Instance Event");
            event.putObject("detail")
                    .put("EventID", heard.id())
                    .put("SourceIdentifier", heard.instance());
            scheduled("keep-stopped", event);
            scheduled("keep-stopped", event);
        }
    }

    private void validate(int day) {
        var before = world.cloud().alerts().sent().size();
        scheduled("validate", Json.MAPPER.createObjectNode());
        var told = world.cloud().alerts().sent();
        pass(
                day,
                told.size() > before
                        ? told.getLast().alert().subject().replaceFirst("^.*?: ", "")
                        : "nothing to validate");
    }

    private void scheduled(String workflow, JsonNode input) {
        runner.run(
                Rehearsal.workflow(options.repository(), workflow),
                "%s-%d".formatted(workflow, made.incrementAndGet()),
                input,
                this::heard);
    }

    /// An execution that finds nothing to do tells nobody.
    private void heard(HistoryEvent event) {
        transcript.heard(event);
        if (event.type().toString().equals("SucceedStateEntered")
                && event.state().startsWith("Nothing")) {
            quiet.incrementAndGet();
        }
    }

    List<LaterDay> days() {
        return List.copyOf(days);
    }

    Optional<Gap> rollback() {
        return rollback.gap();
    }

    boolean wentBack() {
        return rollback.happened();
    }

    /// Executions that had nothing to do and told nobody.
    int quiet() {
        return quiet.get();
    }

    /// What the taking away of the old instance went through.
    List<Visit> leavingVisits() {
        return leaving.visits();
    }

    private void pass(int day, String words) {
        var passed = new LaterDay(day, words);
        days.add(passed);
        reporter.day(passed);
    }
}
