package dev.daybreak.rehearsal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.lambda.Substitutions;
import dev.daybreak.rehearsal.report.Report;
import dev.daybreak.rehearsal.report.Reporter;
import dev.daybreak.rehearsal.writers.Gap;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// One whole migration on this machine: the state machine's own file, the handlers that get
/// deployed, real PostgreSQL servers, and clients that never stop.
public final class Rehearsal {
    /// The state machines, as they are deployed.
    public static final Path WORKFLOWS = Path.of("statemachine");

    /// The Aurora cluster, as it is deployed.
    public static final Path TEMPLATE =
            Path.of("infra", "templates", "aurora-from-snapshot.template.json");

    private static final Duration WRITES_AGAIN = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Options options;
    private final Migration migration;
    private final Reporter reporter;
    private final Approver approver;
    private final Meddler meddler;

    public Rehearsal(Options options, Migration migration, Reporter reporter, Approver approver) {
        this(options, migration, reporter, approver, Meddler.NONE);
    }

    Rehearsal(
            Options options,
            Migration migration,
            Reporter reporter,
            Approver approver,
            Meddler meddler) {
        this.options = options;
        this.migration = migration;
        this.reporter = reporter;
        this.approver = approver;
        this.meddler = meddler;
    }

    /// The workflow `migrate` with the functions' names filled in.
    ///
    /// @throws dev.daybreak.rehearsal.asl.RefusedDefinition where the file is not what it must be
    public static StateMachine workflow(Path repository) {
        return workflow(repository, "migrate");
    }

    /// One of the workflows.
    ///
    /// @throws dev.daybreak.rehearsal.asl.RefusedDefinition where the file is not what it must be
    public static StateMachine workflow(Path repository, String name) {
        var file = repository.resolve(WORKFLOWS).resolve(name + ".asl.json");
        return StateMachine.load(file, new Substitutions(file).named());
    }

    /// The template of the Aurora stack.
    ///
    /// @throws dev.daybreak.rehearsal.cloud.template.RefusedTemplate where the file says anything
    ///   that a rehearsal does not play
    public static Template template(Path repository) {
        return Template.load(repository.resolve(TEMPLATE));
    }

    /// Runs it from the first to the last state and judges what came of it. Whatever happens,
    /// nothing is left running (but the servers, where they were asked to be kept).
    public Report run() {
        var machine = workflow(options.repository());
        var template = meddler.template(template(options.repository()));
        try (var stage = Stage.set(options, migration, template, meddler.delays(), reporter)) {
            return play(machine, stage);
        } catch (IOException e) {
            throw new UncheckedIOException("the transcript cannot be written", e);
        }
    }

    private Report play(StateMachine machine, Stage stage) throws IOException {
        var world = stage.world();
        try (var transcript = Files.newBufferedWriter(stage.folder().resolve("transcript.txt"));
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var _ = WritersTicker.start(world.clients().ledger(), reporter)) {
            world.cloud().alerts().subscribe(sent -> reporter.alerted(sent.alert()));
            var watch = new Watch(world, options.quiet(), reporter, transcript);
            var runner = new Runner(options, world, meddler, approver, threads);
            world.clients().ledger().forbid("aurora");
            meddler.begun(world, name -> runner.run(machine, name, input(), watch::beside));
            var outcome = runner.run(machine, stage.name(), input(), judged(world, watch));
            var felt = felt(world);
            var later =
                    new LaterDays(
                            options, world, runner, reporter, watch::beside, meddler, threads);
            if (outcome instanceof Outcome.Succeeded) {
                outcome = later.live();
            }
            meddler.over(world);
            return new Judgement(
                            options,
                            stage,
                            watch,
                            outcome,
                            felt,
                            later,
                            later.wentBack() && !meddler.hasMovedAgain(),
                            runner.executions() - later.quiet())
                    .report();
        }
    }

    /// The cutover's downtime, before later days add to it. It is over with the first write after.
    private Supplier<Optional<Gap>> felt(World world) {
        var timeline = world.clients().ledger().timeline();
        if (options.later().days() == 0) {
            return timeline::longest;
        }
        var ended = world.clients().ledger().now();
        var deadline = System.nanoTime() + WRITES_AGAIN.toNanos();
        while (timeline.last().filter(last -> last.isAfter(ended)).isEmpty()
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        var longest = timeline.longest();
        return () -> longest;
    }

    private Listener judged(World world, Watch watch) {
        return event -> {
            watch.heard(event);
            meddler.heard(world, event);
        };
    }

    private ObjectNode input() {
        return meddler.input(Json.MAPPER.createObjectNode().put("Comment", "A rehearsal"));
    }
}
