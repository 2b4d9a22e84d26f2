package dev.daybreak.preflight;

import dev.daybreak.runtime.Wiring;
import java.util.stream.Collectors;

/// Asks every question whose answer could spoil the evening, before anything is made and again
/// after the approval, which may come days later.
public final class Preflight {
    private final Lookout lookout;

    public Preflight(Wiring wiring) {
        this.lookout = new Lookout(wiring);
    }

    /// @param run this execution's part of every name
    /// @param again whether this is the second look, after the approval
    public record Order(String run, boolean again) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Nothing is in the way; the warnings belong into the request for approval.
        record Ready(Findings findings) implements Answer {}

        /// @param why a sentence that names the checks which refused
        record Refused(String why, Findings findings) implements Answer {}
    }

    public Answer answer(Order order) {
        return decide(Findings.of(lookout.look(order.run(), order.again()), order.again()));
    }

    private static Answer decide(Findings findings) {
        return findings.refusals().isEmpty()
                ? new Answer.Ready(findings)
                : new Answer.Refused(why(findings), findings);
    }

    private static String why(Findings findings) {
        int asked =
                findings.passed().size() + findings.warnings().size() + findings.refusals().size();
        return "%d of %d checks refuse: %s."
                .formatted(
                        findings.refusals().size(),
                        asked,
                        findings.refusals().stream()
                                .map(Finding::check)
                                .collect(Collectors.joining(", ")));
    }
}
