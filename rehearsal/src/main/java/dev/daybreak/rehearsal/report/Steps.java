package dev.daybreak.rehearsal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Folds the visits of states into steps: choices and waits disappear, and a task that looks again
/// and again is one step, which is over when something else begins.
public final class Steps {
    private final Workflow workflow;
    private final Map<String, Step> open = new LinkedHashMap<>();

    public Steps(Workflow workflow) {
        this.workflow = workflow;
    }

    /// A state begins; the loops that are over by that come back.
    public List<Step> entered(String state) {
        var over = new ArrayList<Step>();
        open.values()
                .removeIf(
                        step -> {
                            var ends =
                                    !workflow.loop(step.state()).contains(state)
                                            && workflow.follows(state, step.state());
                            if (ends) {
                                over.add(step);
                            }
                            return ends;
                        });
        return over;
    }

    /// A state was left; a task that is no loop is over by that.
    public List<Step> left(Visit visit, String note, boolean failed) {
        var state = visit.state();
        if (!workflow.isTask(state)) {
            return List.of();
        }
        if (workflow.loop(state).isEmpty()) {
            return List.of(Step.of(visit, note, failed));
        }
        open.merge(state, Step.of(visit, note, failed), (step, _) -> step.and(visit, note, failed));
        return List.of();
    }

    /// The workflow is over, and so are all loops.
    public List<Step> ended() {
        var rest = List.copyOf(open.values());
        open.clear();
        return rest;
    }
}
