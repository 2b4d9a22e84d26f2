package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.rehearsal.clock.Appointment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// One call of a Task state's resource, from its schedule to its end.
final class TaskAttempt {
    private final Visit visit;
    private final State.Task task;
    private final TaskEvents events;
    private Optional<String> token = Optional.empty();
    private Optional<Duration> heartbeat = Optional.empty();
    private Optional<Appointment> timeout = Optional.empty();
    private Optional<Appointment> silence = Optional.empty();
    private boolean over;

    TaskAttempt(Visit visit, State.Task task) {
        this.visit = visit;
        this.task = task;
        this.events = TaskEvents.of(task.resource());
    }

    void begin() {
        if (task.resource() instanceof Resource.Integration(_, _, var waits) && waits) {
            var made = visit.run().newToken();
            visit.token(made);
            token = Optional.of(made);
        }
        var bindings = visit.bindings();
        var arguments = task.arguments().map(a -> a.render(bindings)).orElse(visit.input());
        var limit = duration(task.timeoutSeconds(), bindings, "TimeoutSeconds");
        heartbeat = duration(task.heartbeatSeconds(), bindings, "HeartbeatSeconds");
        if (Size.exceedsLimit(arguments)) {
            visit.failForGood(Failure.of(Failure.DATA_LIMIT, events.tooLarge()));
            return;
        }
        visit.activity(_ -> settle());
        visit.flow().record(events.scheduled(), events.call(arguments, limit, heartbeat));
        visit.flow().record(events.started(), events.described());
        if (over) {
            return;
        }
        timeout = limit.map(length -> expire(length, Failure.TIMEOUT));
        beat();
        token.ifPresent(t -> visit.run().tokens().open(t, onAgenda(this::complete), this::goesOn));
        call(arguments);
    }

    private static Optional<Duration> duration(
            Optional<Template> seconds, Bindings bindings, String field) {
        return seconds.map(value -> Work.seconds(Typed.number(value, bindings, field)));
    }

    private void call(JsonNode arguments) {
        var answer = onAgenda(token.isPresent() ? this::submitted : this::complete);
        switch (task.resource()) {
            case Resource.Function(var arn) ->
                    start(new TaskCall.Invoke(arn, arguments, visit.origin()), answer);
            case Resource.Integration(var service, _, _) when service.equals("sns") ->
                    start(new TaskCall.Publish(arguments, visit.origin()), answer);
            case Resource.Integration _ -> invoke(arguments, answer);
        }
    }

    private void invoke(JsonNode arguments, Answer answer) {
        var function = arguments.path("FunctionName");
        if (!function.isTextual()) {
            var cause = "The state '%s' gives no FunctionName to invoke.".formatted(task.name());
            settle();
            visit.failForGood(Failure.of(Failure.RUNTIME, cause));
            return;
        }
        LambdaPayload.sent(arguments)
                .ifPresentOrElse(
                        payload ->
                                start(
                                        new TaskCall.Invoke(
                                                function.textValue(), payload, visit.origin()),
                                        answer),
                        () -> answer.fail(LambdaPayload.NOT_JSON));
    }

    private void start(TaskCall call, Answer answer) {
        visit.run().on().tasks().start(call, answer);
    }

    /// Whoever answers, from whichever thread, the interpreter goes on on its own.
    private Answer onAgenda(Consumer<JsonNode> succeeded) {
        return new Answer() {
            @Override
            public void succeed(JsonNode output) {
                visit.run().time().soon(() -> unlessOver(() -> succeeded.accept(output)));
            }

            @Override
            public void fail(Failure failure) {
                visit.run().time().soon(() -> unlessOver(() -> end(events.failed(), failure)));
            }
        };
    }

    private void unlessOver(Runnable what) {
        if (!over) {
            what.run();
        }
    }

    /// The call returned; the state goes on when the token is answered.
    private void submitted(JsonNode output) {
        var details = events.described();
        visit.flow().record(EventType.TASK_SUBMITTED, details.set("output", events.result(output)));
    }

    /// An answer that is too large can be caught: AWS's page on errors says that States.ALL
    /// doesn't, but a recorded execution did. Arguments and outputs that are too large can't, as it
    /// says.
    private void complete(JsonNode output) {
        if (Size.exceedsLimit(output)) {
            end(events.failed(), Failure.of(Failure.DATA_LIMIT, events.tooLarge()));
            return;
        }
        settle();
        var result = token.isPresent() ? output : events.result(output);
        visit.flow().record(events.succeeded(), events.described().set("output", result));
        visit.succeed(task.exit(), result);
    }

    private Appointment expire(Duration length, String error) {
        return visit.run()
                .time()
                .after(length, () -> unlessOver(() -> end(events.timedOut(), Failure.of(error))));
    }

    private void goesOn() {
        visit.run().time().soon(() -> unlessOver(this::beat));
    }

    private void beat() {
        silence.ifPresent(Appointment::callOff);
        silence = heartbeat.map(length -> expire(length, Failure.HEARTBEAT_TIMEOUT));
    }

    private void end(EventType type, Failure failure) {
        settle();
        var details = events.described();
        failure.error().ifPresent(error -> details.put("error", error));
        failure.cause().ifPresent(cause -> details.put("cause", cause));
        visit.flow().record(type, details);
        visit.fail(failure);
    }

    private void settle() {
        over = true;
        timeout.ifPresent(Appointment::callOff);
        silence.ifPresent(Appointment::callOff);
        token.ifPresent(visit.run().tokens()::close);
    }
}
