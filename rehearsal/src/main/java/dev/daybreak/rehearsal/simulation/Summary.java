package dev.daybreak.rehearsal.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.runtime.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

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
                .forEach(
                        (fault, places) ->
                                lines.add(String.format("  %-22s %s", fault, summed(places))));
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
        lines.add(coverage());
        tally.violations().stream().limit(SHOWN_MAX).forEach(one -> violation(one, lines));
        return lines;
    }

    private void violation(Campaign.Judged one, List<String> lines) {
        lines.addAll(one.ended().broken());
        lines.add("    " + one.trial().shrunk(workflows).command());
    }

    private String coverage() {
        var unexplained = unexplained();
        return String.format(
                Locale.ROOT,
                "Not reached: %d states, %d ways between states, %d decisions; unexplained: %s",
                missed(Coverage::states).size(),
                missed(Coverage::ways).size(),
                missed(Coverage::decisions).size(),
                unexplained.isEmpty() ? "none" : String.join(", ", unexplained));
    }

    /// What no life went through, and nobody can say why.
    public List<String> unexplained() {
        var unreached = new Unreached();
        var states = Set.copyOf(missed(Coverage::states));
        return missed().stream().filter(one -> unreached.why(one, states).isEmpty()).toList();
    }

    private Set<String> missed() {
        var all = new TreeSet<>(missed(Coverage::states));
        all.addAll(missed(Coverage::ways));
        all.addAll(missed(Coverage::decisions));
        return all;
    }

    /// Explanations of what was reached after all.
    List<String> idle() {
        return new Unreached().idle(missed());
    }

    private static Map<String, Integer> summed(Map<String, Map<String, Integer>> places) {
        var all = new TreeMap<String, Integer>();
        places.values().forEach(ends -> ends.forEach((how, n) -> all.merge(how, n, Integer::sum)));
        return all;
    }

    /// What of one kind no life went through.
    ///
    /// @param kind for example `Coverage::states`
    public List<String> missed(Function<Coverage, SortedSet<String>> kind) {
        var all = kind.apply(Coverage.whole(workflows));
        all.removeAll(kind.apply(tally.coverage()));
        return List.copyOf(all);
    }

    /// The same as one JSON document.
    public ObjectNode json() {
        var json = Json.MAPPER.createObjectNode();
        json.put("lives", tally.runs()).put("seconds", seconds);
        json.put("transitions", tally.transitions()).put("calls", tally.calls());
        json.put("violations", tally.broken());
        json.set("endings", Json.MAPPER.valueToTree(tally.endings()));
        var missed = json.putObject("missed");
        missed.set("states", Json.MAPPER.valueToTree(missed(Coverage::states)));
        missed.set("ways", Json.MAPPER.valueToTree(missed(Coverage::ways)));
        missed.set("decisions", Json.MAPPER.valueToTree(missed(Coverage::decisions)));
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
