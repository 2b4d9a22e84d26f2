package dev.daybreak.rehearsal.promises;

import java.util.List;

/// Nothing was made twice, however often a step was run.
final class TwiceIsOnce implements Promise {
    @Override
    public String id() {
        return "P6";
    }

    @Override
    public String words() {
        return "Doing it twice is doing it once.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        return evidence.effects().entrySet().stream()
                .filter(effect -> effect.getValue() > evidence.executions())
                .map(
                        effect ->
                                "%s was made %d times."
                                        .formatted(effect.getKey(), effect.getValue()))
                .sorted()
                .toList();
    }
}
