package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Branches that run at once inside of a Parallel or Map state; where one fails, all end.
final class Group {
    /// Which of the two.
    enum Kind {
        BRANCHES,
        ITERATIONS
    }

    /// @param item the `Map.Item` of the context object
    record Member(StateGraph graph, JsonNode input, Optional<ObjectNode> item) {}

    private final Visit visit;
    private final Exit exit;
    private final Kind kind;
    private final List<Member> members;
    private final int atOnce;
    private final JsonNode[] results;
    private final Map<Integer, Flow> running = new LinkedHashMap<>();
    private long started;
    private int next;
    private int done;
    private boolean over;

    Group(Visit visit, Exit exit, Kind kind, List<Member> members, int atOnce) {
        this.visit = visit;
        this.exit = exit;
        this.kind = kind;
        this.members = members;
        this.atOnce = atOnce;
        this.results = new JsonNode[members.size()];
    }

    void begin() {
        visit.activity(this::stop);
        var details = Run.details();
        if (kind == Kind.ITERATIONS) {
            details.put("length", members.size());
        }
        visit.flow().record(startedType(), details);
        started = visit.flow().lastEvent();
        startSome();
        succeedIfDone();
    }

    private void startSome() {
        while (!over && next < members.size() && running.size() < atOnce) {
            start(next++);
        }
    }

    private void start(int index) {
        var member = members.get(index);
        var flow = visit.flow().inside(member.graph(), member.item(), new MemberEnding(index));
        running.put(index, flow);
        if (kind == Kind.ITERATIONS) {
            tell(EventType.MAP_ITERATION_STARTED, index, visit.flow().lastEvent());
        }
        flow.start(member.input(), kind == Kind.ITERATIONS ? visit.flow().lastEvent() : started);
    }

    private void tell(EventType type, int index, long previous) {
        visit.flow().recordAfter(type, previous, visit.named().put("index", index));
    }

    private void succeedIfDone() {
        if (!over && done == members.size()) {
            over = true;
            visit.flow().record(succeededType(), Run.details());
            var output = JsonNodeFactory.instance.arrayNode(results.length);
            for (var result : results) {
                output.add(result);
            }
            visit.succeed(exit, output);
        }
    }

    private final class MemberEnding implements Flow.Ending {
        private final int index;

        MemberEnding(int index) {
            this.index = index;
        }

        @Override
        public void succeeded(JsonNode output, long lastEvent) {
            results[index] = output;
            done++;
            running.remove(index);
            if (kind == Kind.ITERATIONS) {
                tell(EventType.MAP_ITERATION_SUCCEEDED, index, lastEvent);
            } else {
                visit.flow().follow(lastEvent);
            }
            startSome();
            succeedIfDone();
        }

        @Override
        public void failed(Failure failure, boolean isFinal, long lastEvent) {
            running.remove(index);
            visit.flow().follow(lastEvent);
            if (kind == Kind.ITERATIONS) {
                tell(EventType.MAP_ITERATION_FAILED, index, lastEvent);
            }
            stop(true);
            if (isFinal) {
                visit.failForGood(failure);
            } else {
                visit.fail(failure);
            }
        }
    }

    private void stop(boolean announced) {
        over = true;
        running.forEach(
                (index, flow) -> {
                    flow.stop(announced);
                    if (announced && kind == Kind.ITERATIONS) {
                        tell(EventType.MAP_ITERATION_ABORTED, index, flow.lastEvent());
                    }
                });
        running.clear();
    }

    private EventType startedType() {
        return switch (kind) {
            case BRANCHES -> EventType.PARALLEL_STATE_STARTED;
            case ITERATIONS -> EventType.MAP_STATE_STARTED;
        };
    }

    private EventType succeededType() {
        return switch (kind) {
            case BRANCHES -> EventType.PARALLEL_STATE_SUCCEEDED;
            case ITERATIONS -> EventType.MAP_STATE_SUCCEEDED;
        };
    }
}
