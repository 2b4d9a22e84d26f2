package dev.daybreak.decommission;

/// Judges once more, after somebody has approved: an approval may be a day old.
public final class JudgeAgain {
    private final Gates gates;

    JudgeAgain(Gates gates) {
        this.gates = gates;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Every gate is still open.
        record StillFit(int greenDays) implements Answer {}

        /// It may not go any further.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var problems = gates.problems();
        return problems.isEmpty()
                ? new Answer.StillFit(gates.greenDays())
                : new Answer.Refused(String.join(" ", problems));
    }
}
