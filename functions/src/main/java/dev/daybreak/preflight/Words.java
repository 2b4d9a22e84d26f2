package dev.daybreak.preflight;

import java.util.Collection;
import java.util.stream.Collectors;

/// Lists that fit into a sentence, however many there are.
final class Words {
    private static final int NAMED_MAX = 5;
    private static final int CHARACTERS_MAX = 100;

    private Words() {}

    static String some(Collection<String> names) {
        var named =
                names.stream()
                        .limit(NAMED_MAX)
                        .map(Words::clipped)
                        .collect(Collectors.joining(", "));
        int more = names.size() - NAMED_MAX;
        return more > 0 ? "%s and %d more".formatted(named, more) : named;
    }

    private static String clipped(String name) {
        return name.length() <= CHARACTERS_MAX ? name : name.substring(0, CHARACTERS_MAX) + "…";
    }
}
