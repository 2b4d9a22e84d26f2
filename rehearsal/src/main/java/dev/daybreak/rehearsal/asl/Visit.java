package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// One stay in a state, with all its retries.
final class Visit {
    private final Flow flow;
    private final State state;
    private final JsonNode input;
    private final StateEvents events;
    private final Retries retries;
    private Instant entered = Instant.EPOCH;
    private long enteredEvent;
    private Optional<String> token = Optional.empty();
    private Activity activity = Activity.NONE;

    Visit(Flow flow, State state, JsonNode input) {
        this.flow = flow;
        this.state = state;
        this.input = input;
        this.events = StateEvents.of(state);
        this.retries = new Retries(state.retry());
    }

    void enter() {
        entered = run().time().instant();
        flow.record(events.entered(), named().set("input", input));
        enteredEvent = flow.lastEvent();
        attempt();
    }

    private void attempt() {
        activity = Activity.NONE;
        if (!flow.isOver()) {
            orFail(() -> Work.begin(this, state));
        }
    }

    /// Does something that evaluates expressions; where one fails, the state fails.
    void orFail(Runnable what) {
        try {
            what.run();
        } catch (QueryFailed e) {
            var failure = e.failure(state.name(), enteredEvent);
            if (e.isFinal()) {
                flow.fail(failure, true);
                return;
            }
            tellEvaluationFailed(failure, e.location());
            fail(failure);
        }
    }

    private void tellEvaluationFailed(Failure failure, String location) {
        var details = Run.described(failure);
        if (!location.isEmpty()) {
            details.put("location", location);
        }
        details.put("state", state.name());
        flow.record(EventType.EVALUATION_FAILED, details);
    }

    /// The state's work has a result.
    void succeed(Exit exit, JsonNode result) {
        orFail(() -> leave(exit, bindings().withResult(result), result));
    }

    /// The state's work failed: it is retried, caught, or fails the branch.
    void fail(Failure failure) {
        if (flow.isOver()) {
            return;
        }
        if (!retries(failure)) {
            events.failed().ifPresent(type -> flow.record(type, Run.details()));
            caught(failure)
                    .ifPresentOrElse(
                            exit -> leaveFailed(exit, failure.output()),
                            () -> flow.fail(failure, false));
        }
    }

    void failForGood(Failure failure) {
        events.failed().ifPresent(type -> flow.record(type, Run.details()));
        flow.fail(failure, true);
    }

    private boolean retries(Failure failure) {
        var pause = retries.grant(failure, run().on().chance());
        pause.map(length -> run().time().pause(length, this::attempt))
                .ifPresent(again -> activity = _ -> again.callOff());
        return pause.isPresent();
    }

    private Optional<Exit> caught(Failure failure) {
        return state.catchers().stream()
                .filter(catcher -> failure.isAnyOf(catcher.errorEquals()))
                .findFirst()
                .map(Catcher::exit);
    }

    /// What fails while an error is handled is not caught by the same state again.
    private void leaveFailed(Exit exit, JsonNode errorOutput) {
        try {
            leave(exit, bindings().withError(errorOutput), errorOutput);
        } catch (QueryFailed e) {
            var failure = e.failure(state.name(), enteredEvent);
            tellEvaluationFailed(failure, e.location());
            flow.fail(failure, e.isFinal());
        }
    }

    /// Output and variables are made side by side: neither sees the other.
    void leave(Exit exit, Bindings bindings, JsonNode otherwise) {
        var output = exit.output().map(template -> template.render(bindings)).orElse(otherwise);
        var assigned = Run.details();
        exit.assign().forEach((name, value) -> assigned.set(name, value.render(bindings)));
        if (mayHaveGrown(exit) && Size.exceedsLimit(output)) {
            failForGood(Failure.of(Failure.DATA_LIMIT, StateEvents.tooLarge(state.name())));
            return;
        }
        assigned.properties().forEach(v -> flow.variables().set(v.getKey(), v.getValue()));
        var details = named();
        details.set("output", output);
        if (!assigned.isEmpty()) {
            details.set("assignedVariables", assigned);
        }
        events.exited().ifPresent(type -> flow.record(type, details));
        exit.next().ifPresentOrElse(next -> flow.moveTo(next, output), () -> flow.succeed(output));
    }

    /// What is only handed on was measured before.
    private boolean mayHaveGrown(Exit exit) {
        return exit.output().isPresent() || !state.inside().isEmpty();
    }

    void stop(boolean announced) {
        activity.stop(announced);
        if (announced) {
            events.aborted().ifPresent(type -> flow.record(type, Run.details()));
        }
    }

    /// A Task that fails its branch is shown as aborted (the recordings of real executions say so).
    void announceAborted() {
        if (state instanceof State.Task) {
            events.aborted().ifPresent(type -> flow.record(type, Run.details()));
        }
    }

    Bindings bindings() {
        return bindings(flow.item());
    }

    /// @param item of a Map state: the one that this state is inside of, or one that it selects
    Bindings bindings(Optional<ObjectNode> item) {
        var on = run().on();
        return new Bindings(
                input,
                Optional.empty(),
                Optional.empty(),
                () ->
                        new ContextObject(state.name(), entered, retries.count(), token, item)
                                .in(run()),
                flow.variables(),
                on.time()::instant,
                on.chance());
    }

    TaskCall.Origin origin() {
        return new TaskCall.Origin(run().name(), state.name(), retries.count(), token);
    }

    void token(String made) {
        token = Optional.of(made);
    }

    void activity(Activity going) {
        activity = going;
    }

    ObjectNode named() {
        return Run.details().put("name", state.name());
    }

    JsonNode input() {
        return input;
    }

    Flow flow() {
        return flow;
    }

    Run run() {
        return flow.run();
    }
}
