package dev.daybreak.rehearsal.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.asl.State;
import dev.daybreak.runtime.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a campaign came to, for people and for machines.
///
/// @param seconds how long it took
public record Summary(Workflows workflows, Tally tally, double seconds) {
    private static final int SHOWN_MAX = 20;

    /// Fault by fault how the lives ended, then the figures, what no life reached, and violations
    /// with the command that shows each again.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        tally.endings()
                .forEach((fault, ends) -> lines.add(String.format("  %-22s %s", fault, ends)));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%,d lives in %.1f s (%,.0f a second), %,d transitions (%,.0f a second), %,d violations",
                        tally.runs(),
                        seconds,
                        tally.runs() / seconds,
                        tally.transitions(),
                        tally.transitions() / seconds,
                        tally.broken()));
        lines.add("States that no life entered: " + missed());
        tally.violations().stream().limit(SHOWN_MAX).forEach(one -> violation(one, lines));
        return lines;
    }

    private void violation(Campaign.Judged one, List<String> lines) {
        lines.addAll(one.ended().broken());
        lines.add("    " + one.trial().shrunk(workflows).command());
    }

    /// `workflow.State` of each state that was never entered.
    public List<String> missed() {
        var covered = tally.covered();
        return workflows.machines().values().stream()
                .flatMap(
                        machine ->
                                machine.allStates().stream()
                                        .map(State::name)
                                        .map(state -> machine.name() + "." + state))
                .filter(state -> !covered.contains(state))
                .sorted()
                .toList();
    }

    /// The same as one JSON document.
    public ObjectNode json() {
        var json = Json.MAPPER.createObjectNode();
        json.put("lives", tally.runs()).put("seconds", seconds);
        json.put("transitions", tally.transitions()).put("calls", tally.calls());
        json.put("violations", tally.broken());
        json.set("endings", Json.MAPPER.valueToTree(tally.endings()));
        json.set("missed", Json.MAPPER.valueToTree(missed()));
        var broken = json.putArray("broken");
        tally.violations()
                .forEach(
                        one ->
                                broken.addObject()
                                        .put("command", one.trial().command())
                                        .set(
                                                "promises",
                                                Json.MAPPER.valueToTree(one.ended().broken())));
        return json;
    }
}
