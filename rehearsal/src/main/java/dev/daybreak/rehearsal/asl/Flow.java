package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// One branch on its way from state to state: the execution itself, a branch of a Parallel state or
/// an iteration of a Map state.
final class Flow {
    /// Who is told how a branch ended.
    interface Ending {
        void succeeded(JsonNode output, long lastEvent);

        /// @param isFinal whether no Retry and no Catch may have it
        void failed(Failure failure, boolean isFinal, long lastEvent);
    }

    private record Step(String state, JsonNode input) {}

    private final Run run;
    private final StateGraph graph;
    private final Variables variables;
    private final Optional<ObjectNode> item;
    private final boolean nested;
    private final Ending ending;
    private Optional<Visit> visit = Optional.empty();
    private Optional<Step> next = Optional.empty();
    private boolean driving;
    private boolean over;
    private long lastEvent;

    private Flow(
            Run run,
            StateGraph graph,
            Variables variables,
            Optional<ObjectNode> item,
            boolean nested,
            Ending ending) {
        this.run = run;
        this.graph = graph;
        this.variables = variables;
        this.item = item;
        this.nested = nested;
        this.ending = ending;
    }

    static Flow main(Run run, StateGraph graph) {
        var ending =
                new Ending() {
                    @Override
                    public void succeeded(JsonNode output, long lastEvent) {
                        run.succeed(output, lastEvent);
                    }

                    @Override
                    public void failed(Failure failure, boolean isFinal, long lastEvent) {
                        run.fail(failure, lastEvent);
                    }
                };
        return new Flow(run, graph, Variables.none(), Optional.empty(), false, ending);
    }

    /// @param item what the context object shows as `Map.Item`
    Flow inside(StateGraph graph, Optional<ObjectNode> item, Ending ending) {
        return new Flow(run, graph, variables.inside(), item.or(() -> this.item), true, ending);
    }

    void start(JsonNode input, long previousEvent) {
        lastEvent = previousEvent;
        moveTo(graph.startAt(), input);
    }

    /// Goes on with a state. The execution's own branch does so at once; others take turns.
    void moveTo(String state, JsonNode input) {
        next = Optional.of(new Step(state, input));
        if (nested) {
            run.time().soon(this::drive);
        } else if (!driving) {
            drive();
        }
    }

    private void drive() {
        driving = true;
        do {
            next.filter(_ -> !over).ifPresent(this::take);
        } while (!nested && !over && next.isPresent());
        driving = false;
    }

    private void take(Step step) {
        next = Optional.empty();
        var entered = new Visit(this, graph.state(step.state()), step.input());
        visit = Optional.of(entered);
        entered.enter();
    }

    void succeed(JsonNode output) {
        if (!over) {
            over = true;
            ending.succeeded(output, lastEvent);
        }
    }

    void fail(Failure failure, boolean isFinal) {
        if (!over) {
            over = true;
            visit.filter(_ -> nested).ifPresent(Visit::announceAborted);
            ending.failed(failure, isFinal, lastEvent);
        }
    }

    void stop(boolean announced) {
        if (!over) {
            over = true;
            visit.ifPresent(current -> current.stop(announced));
        }
    }

    void record(EventType type, ObjectNode details) {
        lastEvent = run.record(type, lastEvent, details);
    }

    void recordAfter(EventType type, long previous, ObjectNode details) {
        lastEvent = run.record(type, previous, details);
    }

    /// Goes on after an event of a branch inside of the current state.
    void follow(long event) {
        lastEvent = event;
    }

    long lastEvent() {
        return lastEvent;
    }

    boolean isOver() {
        return over;
    }

    Run run() {
        return run;
    }

    Variables variables() {
        return variables;
    }

    Optional<ObjectNode> item() {
        return item;
    }
}
