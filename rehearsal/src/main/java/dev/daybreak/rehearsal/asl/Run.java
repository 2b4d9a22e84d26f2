package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.clock.Appointment;
import dev.daybreak.rehearsal.clock.Time;
import java.time.Instant;
import java.util.Optional;

/// What all branches of one execution share: its history, its clock, its end.
final class Run {
    /// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
    private static final int LONGEST_HISTORY = 25_000;

    private final Interpreter on;
    private final StateMachine machine;
    private final String name;
    private final JsonNode input;
    private final Tokens tokens = new Tokens();
    private final Flow main;
    private final String arn;
    private final String machineArn;
    private Instant started = Instant.EPOCH;
    private Optional<Appointment> limit = Optional.empty();
    private Optional<ObjectNode> shown = Optional.empty();
    private long events;
    private long tokensMade;
    private volatile Optional<Outcome> outcome = Optional.empty();

    Run(Interpreter on, StateMachine machine, String name, JsonNode input) {
        this.on = on;
        this.machine = machine;
        this.name = name;
        this.input = input;
        this.main = Flow.main(this, machine.graph());
        this.arn = on.account().executionArn(machine.name(), name);
        this.machineArn = on.account().stateMachineArn(machine.name());
    }

    void begin() {
        if (isOver()) {
            return;
        }
        started = time().instant();
        record(EventType.EXECUTION_STARTED, 0, details().set("input", input));
        limit = machine.timeout().map(length -> time().after(length, this::timeOut));
        main.start(input, 0);
    }

    void succeed(JsonNode output, long lastEvent) {
        end(
                EventType.EXECUTION_SUCCEEDED,
                lastEvent,
                details().set("output", output),
                new Outcome.Succeeded(output));
    }

    void fail(Failure failure, long lastEvent) {
        var outcome = new Outcome.Failed(failure);
        end(EventType.EXECUTION_FAILED, lastEvent, described(failure), outcome);
    }

    void abort(Failure failure) {
        var outcome = new Outcome.Aborted(failure);
        end(EventType.EXECUTION_ABORTED, events, described(failure), outcome);
    }

    private void timeOut() {
        var failure = Failure.of(Failure.TIMEOUT);
        end(EventType.EXECUTION_TIMED_OUT, events, described(failure), new Outcome.TimedOut());
    }

    private void end(EventType type, long lastEvent, ObjectNode details, Outcome how) {
        if (isOver()) {
            return;
        }
        tell(type, lastEvent, details);
        outcome = Optional.of(how);
        limit.ifPresent(Appointment::callOff);
        main.stop(false);
    }

    /// Adds to the history, unless the execution is over; ends it where the history is full.
    ///
    /// @return the event's id
    long record(EventType type, long previous, ObjectNode details) {
        if (isOver()) {
            return events;
        }
        if (events == LONGEST_HISTORY - 1) {
            fail(
                    Failure.of(
                            Failure.RUNTIME,
                            "The execution reached the maximum number of history events (25000)."),
                    previous);
            return events;
        }
        return tell(type, previous, details);
    }

    private long tell(EventType type, long previous, ObjectNode details) {
        events++;
        on.listener().heard(new HistoryEvent(events, previous, time().instant(), type, details));
        return events;
    }

    static ObjectNode details() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode described(Failure failure) {
        var details = details();
        failure.error().ifPresent(error -> details.put("error", error));
        failure.cause().ifPresent(cause -> details.put("cause", cause));
        return details;
    }

    boolean isOver() {
        return outcome.isPresent();
    }

    Optional<Outcome> outcome() {
        return outcome;
    }

    Interpreter on() {
        return on;
    }

    Time time() {
        return on.time();
    }

    Tokens tokens() {
        return tokens;
    }

    String newToken() {
        tokensMade++;
        return name + "-token-" + tokensMade;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    String machineArn() {
        return machineArn;
    }

    StateMachine machine() {
        return machine;
    }

    JsonNode input() {
        return input;
    }

    Instant started() {
        return started;
    }

    /// What `$states.context` shows of it in every state.
    ObjectNode shown() {
        if (shown.isEmpty()) {
            shown = Optional.of(ContextObject.of(this));
        }
        return shown.get();
    }
}
