package dev.daybreak.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.Interpreter;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.rehearsal.asl.Tasks;
import dev.daybreak.rehearsal.clock.RealTime;
import dev.daybreak.rehearsal.lambda.Functions;
import dev.daybreak.rehearsal.lambda.Lambda;
import dev.daybreak.runtime.Json;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs executions of whichever state machine, with the handlers that get deployed.
final class Runner {
    private final Options options;
    private final World world;
    private final Meddler meddler;
    private final Approver approver;
    private final ExecutorService threads;
    private final AtomicInteger executions = new AtomicInteger();
    private final Set<RealTime> times = ConcurrentHashMap.newKeySet();

    Runner(
            Options options,
            World world,
            Meddler meddler,
            Approver approver,
            ExecutorService threads) {
        this.options = options;
        this.world = world;
        this.meddler = meddler;
        this.approver = approver;
        this.threads = threads;
    }

    /// How many there were that were not stopped by hand.
    int executions() {
        return executions.get();
    }

    /// The clock was turned: whoever waits looks at it again.
    void wake() {
        times.forEach(time -> time.soon(() -> {}));
    }

    /// From its first to its last state.
    Outcome run(StateMachine machine, String name, JsonNode input, Listener listener) {
        executions.incrementAndGet();
        var running = new CompletableFuture<Execution>();
        var time = RealTime.atPace(options.pace(), world.clock());
        var interpreter =
                new Interpreter(
                        Tasks.blocking(threads, work(running)), time, new Random(), listener);
        var execution = interpreter.start(machine, name, input);
        running.complete(execution);
        world.executions().add(execution.arn());
        times.add(time);
        meddler.started(execution);
        try {
            return told(execution.await());
        } finally {
            world.executions().remove(execution.arn());
            times.remove(time);
        }
    }

    /// One that is stopped by hand says nothing; EventBridge does, which no rehearsal has.
    private Outcome told(Outcome outcome) {
        if (outcome instanceof Outcome.Aborted) {
            executions.decrementAndGet();
        }
        return outcome;
    }

    private Tasks.Work work(CompletableFuture<Execution> running) {
        var functions = Functions.with(meddler.wiring(world, world.wiring()), options.pace());
        Tasks.Work work = new Lambda(functions, world::publishedByTheWorkflow);
        work = meddler.work(world, work);
        if (options.replay()) {
            work = Works.replayed(work);
        }
        if (options.fail().isPresent()) {
            work = Works.failing(options.fail().get(), work);
        }
        return Works.asking((token, question) -> ask(running.join(), token, question), work);
    }

    /// Nobody mends anything in a rehearsal: a return that is stuck ends there.
    private void ask(Execution execution, String token, TaskCall.Invoke question) {
        if (!question.function().equals("AskForRepairFunction")) {
            approver.asked(question.payload(), approved -> answer(execution, token, approved));
        } else if (meddler.mends(world)) {
            execution.sendTaskSuccess(token, nothing());
        } else {
            execution.sendTaskFailure(
                    token, "Daybreak.GivenUp", "Nobody mends anything in a rehearsal.");
        }
    }

    private static void answer(Execution execution, String token, boolean approved) {
        execution.sendTaskSuccess(token, nothing().put("approved", approved));
    }

    private static ObjectNode nothing() {
        return Json.MAPPER.createObjectNode();
    }
}
