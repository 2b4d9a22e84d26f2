package dev.daybreak.rehearsal.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.asl.Answer;
import dev.daybreak.rehearsal.asl.Failure;
import dev.daybreak.rehearsal.asl.Interpreter;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.rehearsal.lambda.Lambda;
import dev.daybreak.rehearsal.simulation.fault.Boundary;
import dev.daybreak.rehearsal.simulation.fault.Crash;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Step Functions and Lambda: starts executions, and calls the handlers that get deployed.
final class Executor {
    /// Functions end 5 s before their states; nobody waits longer for one that died.
    private static final Duration FUNCTION_TIME = Duration.ofSeconds(55);

    private static final String DECISION = "decision";

    private final Workflows workflows;
    private final World world;
    private final Boundary boundary;
    private final People people;
    private final Optional<StringBuilder> transcript;
    private final Lambda lambda;
    private final List<Running> all = new ArrayList<>();
    private final Map<String, String> steps = new HashMap<>();
    private final Set<Running> told = new HashSet<>();
    private final Coverage coverage = new Coverage();
    private final List<Hit> hits = new ArrayList<>();

    Executor(
            Workflows workflows,
            World world,
            Boundary boundary,
            People people,
            Map<String, RequestStreamHandler> functions,
            Optional<StringBuilder> transcript) {
        this.workflows = workflows;
        this.world = world;
        this.boundary = boundary;
        this.people = people;
        this.transcript = transcript;
        lambda = new Lambda(functions, this::publish);
    }

    /// What a workflow publishes by itself when our own messenger is broken.
    private void publish(String subject, String message) {
        world.cloud.alerts().send(plain(Alert.Level.WARNING, subject, message));
    }

    static Alert plain(Alert.Level level, String subject, String message) {
        return new Alert(
                level,
                subject,
                message,
                "Look at the execution.",
                "Look at the execution.",
                List.of(),
                Map.of());
    }

    /// Every execution, in the order of their starts.
    List<Running> all() {
        return all;
    }

    Coverage coverage() {
        return coverage;
    }

    /// A fault that happened while a function was at work.
    private record Hit(FaultPlan.Planned fault, Running one, String state) {}

    /// Where each fault happened, and how that execution ended.
    List<Happened> happened() {
        return hits.stream()
                .map(
                        hit ->
                                new Happened(
                                        hit.fault(),
                                        hit.one().workflow,
                                        hit.state(),
                                        hit.one().how()))
                .toList();
    }

    Running start(String workflow, JsonNode input) {
        var one = new Running(workflow, coverage, transcript);
        var interpreter =
                new Interpreter(
                        (call, answer) -> call(one, call, answer), world.time, world.chance, one);
        var name = "%s-%d".formatted(workflow, all.size() + 1);
        one.is(interpreter.start(workflows.named(workflow), name, input));
        all.add(one);
        return one;
    }

    boolean isRunning(String arn) {
        return all.stream().anyMatch(one -> one.execution().arn().equals(arn) && !one.isOver());
    }

    /// Until one of them has ended, and what EventBridge tells of it.
    Outcome await(Running one) {
        world.time.runUntil(one::isOver);
        tellOfStopped();
        return one.execution().outcome().orElseThrow();
    }

    /// An execution that was stopped by hand says nothing: a rule of EventBridge does.
    void tellOfStopped() {
        for (var one : all) {
            var outcome = one.execution().outcome();
            if (outcome.filter(Outcome.Aborted.class::isInstance).isPresent() && told.add(one)) {
                var subject = "Daybreak: %s was stopped".formatted(one.workflow);
                var message = "It was stopped by hand: " + one.execution().arn();
                world.cloud.alerts().send(plain(Alert.Level.PAGE, subject, message));
            }
        }
    }

    /// Whoever runs now is stopped by hand.
    void stopAll() {
        all.stream()
                .filter(one -> !one.isOver())
                .forEach(one -> one.execution().abort("Stopped", "by hand"));
    }

    private void call(Running one, TaskCall call, Answer answer) {
        var before = boundary.done().size();
        invoke(one, call, answer);
        var now = boundary.done();
        now.subList(before, now.size())
                .forEach(fault -> hits.add(new Hit(fault, one, call.origin().state())));
    }

    private void decided(TaskCall call, JsonNode told) {
        if (call instanceof TaskCall.Invoke invoke && told.has(DECISION)) {
            var step = steps.computeIfAbsent(invoke.function(), Executor::step);
            coverage.decided(step, told.path(DECISION).textValue());
        }
    }

    private static String step(String function) {
        return function.replaceFirst("Function$", "");
    }

    private void invoke(Running one, TaskCall call, Answer answer) {
        var latency = Duration.ofMillis(world.chance.nextInt(20, 3_000));
        try {
            boundary.enter(one.workflow, call.origin().state());
            var output = lambda.call(call);
            if (boundary.isAgain()) {
                output = lambda.call(call);
            }
            var told = output;
            decided(call, told);
            world.time.after(latency, () -> answer.succeed(told));
            people.called(one, call);
        } catch (Crash crash) {
            var error = crash.isLate() ? "Sandbox.Timedout" : "Lambda.Unknown";
            var after = crash.isLate() ? FUNCTION_TIME : latency;
            world.time.after(after, () -> answer.fail(error, "{\"errorMessage\": \"died\"}"));
        } catch (RuntimeException | IOException thrown) {
            world.time.after(latency, () -> answer.fail(Failure.thrown(thrown)));
        }
    }
}
