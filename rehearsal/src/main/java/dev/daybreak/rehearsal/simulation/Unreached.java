package dev.daybreak.rehearsal.simulation;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Why lives with one fault do not come to some states, ways and decisions: `unreached.json`, each
/// reason with what it is true of, `*` for any text.
final class Unreached {
    private static final String FILE = "unreached.json";
    private static final String WAY = " > ";

    private final Map<Pattern, String> reasons =
            new TreeMap<>((a, b) -> a.pattern().compareTo(b.pattern()));

    Unreached() {
        read().forEach((why, all) -> all.forEach(one -> reasons.put(pattern(one), why)));
    }

    private static Map<String, List<String>> read() {
        try (var file = Unreached.class.getResourceAsStream(FILE)) {
            return Json.MAPPER.readValue(
                    Objects.requireNonNull(file, FILE), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }

    /// The reason; a way from or to a state that is not reached needs none of its own.
    Optional<String> why(String what, Set<String> states) {
        if (ends(what).stream().anyMatch(states::contains)) {
            return Optional.of("Its state is not reached.");
        }
        return reasons.entrySet().stream()
                .filter(one -> one.getKey().matcher(what).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Both states of a way, each with its workflow.
    private static List<String> ends(String what) {
        var at = what.indexOf(WAY);
        if (at < 0) {
            return List.of();
        }
        var workflow = what.substring(0, what.indexOf('.') + 1);
        return List.of(what.substring(0, at), workflow + what.substring(at + WAY.length()));
    }

    /// Reasons that are true of nothing.
    List<String> idle(Set<String> missed) {
        return reasons.keySet().stream()
                .filter(one -> missed.stream().noneMatch(one.asMatchPredicate()))
                .map(Pattern::pattern)
                .toList();
    }
}
