package dev.daybreak.rehearsal.promises;

import dev.daybreak.alert.Alert;
import java.util.List;

/// One message for each ending, with what to do next.
final class NobodyLearnsLate implements Promise {
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
                evidence.alerts().stream()
                        .filter(alert -> alert.level() != Alert.Level.ASK)
                        .toList();
        if (endings.size() != evidence.executions()) {
            return List.of(
                    "%d messages told how it ended, instead of %d."
                            .formatted(endings.size(), evidence.executions()));
        }
        var told = endings.getLast();
        var isGood = told.level() == Alert.Level.INFO;
        if (isGood != evidence.succeeded()) {
            return List.of("The message says something else than the execution: " + told.subject());
        }
        return told.next().isBlank() || told.state().isBlank()
                ? List.of("The message does not say what to do next: " + told.subject())
                : List.of();
    }
}
