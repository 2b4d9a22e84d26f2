package dev.daybreak.rehearsal.promises;

import dev.daybreak.alert.Alert;
import dev.daybreak.repair.AskForRepair;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One message for each ending, with what to do next.
final class NobodyLearnsLate implements Promise {
    /// Where our own messenger is broken, the workflow sends the bare name.
    private static final String LEFTOVERS = "CLUSTER_LEFT";

    private static final Set<String> REPAIRS =
            Stream.of(AskForRepair.Task.values()).map(Enum::name).collect(Collectors.toSet());

    private static final String OF_A_DAY = "VALIDATION|KEEP_STOPPED_.*";

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public String words() {
        return "Nobody learns of a failure late.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        var endings =
                evidence.told().stream()
                        .filter(
                                alert ->
                                        (!isOfLeftovers(alert) && !isForRepair(alert))
                                                || alert.equals(evidence.told().getLast()))
                        .toList();
        if (endings.size() != evidence.executions()) {
            return List.of(
                    "%d messages told how it ended, instead of %d."
                            .formatted(endings.size(), evidence.executions()));
        }
        var told = lastThatDecides(endings);
        var isGood = told.level() == Alert.Level.INFO;
        if (isGood != evidence.succeeded() && !told.attributes().isEmpty()) {
            return List.of("The message says something else than the execution: " + told.subject());
        }
        return told.next().isBlank() || told.state().isBlank()
                ? List.of("The message does not say what to do next: " + told.subject())
                : List.of();
    }

    /// What is told of a day says nothing of how a migration ended.
    private static Alert lastThatDecides(List<Alert> endings) {
        return endings.stream()
                .filter(alert -> !alert.attributes().getOrDefault("kind", "").matches(OF_A_DAY))
                .reduce((_, later) -> later)
                .orElse(endings.getLast());
    }

    /// The migration's end was told before; that a cluster could not be removed is known later.
    private static boolean isOfLeftovers(Alert alert) {
        return LEFTOVERS.equals(alert.attributes().get("kind"))
                || alert.happened().startsWith(LEFTOVERS);
    }

    /// Such a page ends nothing: the workflow waits, and goes on once the cause is mended. Where
    /// nobody mends it, the page is the last thing that people hear.
    private static boolean isForRepair(Alert alert) {
        return alert.attributes().containsKey("step")
                && REPAIRS.contains(alert.attributes().getOrDefault("kind", ""));
    }
}
