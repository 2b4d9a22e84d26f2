package dev.daybreak.rehearsal.picture;

import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.report.Phase;
import dev.daybreak.rehearsal.report.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a picture of a migration shows of its state machine: for each phase its tasks, in the order
/// in which they come. Loops and choices are folded away.
///
/// @param rebuild the tasks of the window that a migration without late writes leaves out
/// @param join where the rebuild comes back into the window: the task's index
/// @param pointOfNoReturn the last task from which a failure still returns
/// @param otherwise the tasks of the return that end elsewhere than on RDS as before
record Outline(
        List<String> prepare,
        List<String> approve,
        List<String> window,
        List<String> rebuild,
        int join,
        String pointOfNoReturn,
        List<String> back,
        List<String> otherwise,
        Set<String> loops) {

    static Outline of(StateMachine machine) {
        var workflow = Workflow.of(machine);
        var ways = new Ways(machine);
        var tasks = ways.inOrder().stream().filter(workflow::isTask).toList();
        var window = in(Phase.CUT_OVER, tasks, workflow);
        var first = window.getFirst();
        var reached = ways.reached(first);
        var direct = ways.shortest(first, ways.success());
        var back = in(Phase.RETURN, tasks, workflow);
        var returning = ways.leadingTo("Returned");
        returning.addAll(ways.reached("Returned"));
        var straight = window.stream().filter(direct::contains).toList();
        var rebuild =
                window.stream().filter(reached::contains).filter(t -> !direct.contains(t)).toList();
        return new Outline(
                in(Phase.PREPARE, tasks, workflow),
                in(Phase.APPROVE, tasks, workflow),
                straight,
                rebuild,
                join(window, straight, rebuild),
                window.stream().filter(ways::returns).reduce(first, (_, later) -> later),
                back.stream().filter(returning::contains).toList(),
                back.stream().filter(task -> !returning.contains(task)).toList(),
                Set.copyOf(tasks.stream().filter(t -> !workflow.loop(t).isEmpty()).toList()));
    }

    private static int join(List<String> window, List<String> straight, List<String> rebuild) {
        return rebuild.isEmpty()
                ? straight.size()
                : (int)
                        straight.stream()
                                .filter(
                                        task ->
                                                window.indexOf(task)
                                                        < window.indexOf(rebuild.getLast()))
                                .count();
    }

    private static List<String> in(Phase phase, List<String> tasks, Workflow workflow) {
        return tasks.stream()
                .filter(task -> workflow.phase(task).equals(Optional.of(phase)))
                .toList();
    }
}
