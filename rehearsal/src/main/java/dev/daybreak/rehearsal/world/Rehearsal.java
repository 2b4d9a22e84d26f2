package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.Interpreter;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.rehearsal.asl.Tasks;
import dev.daybreak.rehearsal.clock.RealTime;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.lambda.Functions;
import dev.daybreak.rehearsal.lambda.Lambda;
import dev.daybreak.rehearsal.report.Report;
import dev.daybreak.rehearsal.report.Reporter;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// One whole migration on this machine: the state machine's own file, the handlers that get
/// deployed, real PostgreSQL servers, and clients that never stop.
public final class Rehearsal {
    /// The state machine, as it is deployed.
    public static final Path WORKFLOW = Path.of("statemachine", "migrate.asl.json");

    /// The Aurora cluster, as it is deployed.
    public static final Path TEMPLATE =
            Path.of("infra", "templates", "aurora-from-snapshot.template.json");

    private final Options options;
    private final Migration migration;
    private final Reporter reporter;
    private final Approver approver;
    private final Meddler meddler;
    private final AtomicInteger executions = new AtomicInteger();

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

    /// The workflow with the functions' names filled in.
    ///
    /// @throws dev.daybreak.rehearsal.asl.RefusedDefinition where the file is not what it must be
    public static StateMachine workflow(Path repository) {
        var substitutions = new HashMap<>(Functions.substitutions());
        substitutions.put("AlertTopic", "arn:aws:sns:local:000000000000:daybreak");
        return StateMachine.load(repository.resolve(WORKFLOW), substitutions);
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
            Listener judged =
                    event -> {
                        watch.heard(event);
                        meddler.heard(world, event);
                    };
            world.clients().ledger().forbid("aurora");
            meddler.begun(world, name -> execute(machine, world, name, watch::beside, threads));
            var outcome = execute(machine, world, stage.name(), judged, threads);
            meddler.over(world);
            return new Judgement(options, stage, watch, outcome, executions.get()).report();
        }
    }

    private Outcome execute(
            StateMachine machine,
            World world,
            String name,
            Listener listener,
            ExecutorService threads) {
        executions.incrementAndGet();
        var running = new CompletableFuture<Execution>();
        var interpreter =
                new Interpreter(
                        Tasks.blocking(threads, work(world, running)),
                        RealTime.atPace(options.pace()),
                        new Random(),
                        listener);
        var input = Json.MAPPER.createObjectNode().put("Comment", "A rehearsal");
        var execution = interpreter.start(machine, name, meddler.input(input));
        running.complete(execution);
        return execution.await();
    }

    private Tasks.Work work(World world, CompletableFuture<Execution> running) {
        var functions = Functions.with(meddler.wiring(world, world.wiring()), options.pace());
        Tasks.Work work = new Lambda(functions, world::publishedByTheWorkflow);
        work = meddler.work(world, work);
        if (options.replay()) {
            work = Works.replayed(work);
        }
        if (options.fail().isPresent()) {
            work = Works.failing(options.fail().get(), work);
        }
        return Works.asking((token, question) -> ask(world, running.join(), token, question), work);
    }

    /// Nobody mends anything in a rehearsal: a return that is stuck ends there.
    private void ask(World world, Execution execution, String token, TaskCall.Invoke question) {
        if (question.function().equals("RequestApprovalFunction")) {
            approver.asked(question.payload(), approved -> answer(execution, token, approved));
        } else if (meddler.mends(world)) {
            execution.sendTaskSuccess(token, Json.MAPPER.createObjectNode());
        } else {
            execution.sendTaskFailure(
                    token, "Daybreak.GivenUp", "Nobody mends anything in a rehearsal.");
        }
    }

    private static void answer(Execution execution, String token, boolean approved) {
        execution.sendTaskSuccess(token, Json.MAPPER.createObjectNode().put("approved", approved));
    }
}
