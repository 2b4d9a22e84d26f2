package dev.daybreak.rehearsal.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.runtime.Json;
import java.util.Map;
import java.util.Optional;

/// How long reading one table took.
///
/// @param nanoseconds by way: `count`, `chain`, `text`, and `two` backends with a half each
record ProofFigures(String table, Map<String, Long> nanoseconds) {
    static final String HEADER =
            "%-16s %9s %9s %9s %9s %12s %11s %9s"
                    .formatted(
                            "table",
                            "count(*)",
                            "chain",
                            "text",
                            "two",
                            "count/chain",
                            "text/chain",
                            "one/two");

    ProofFigures {
        nanoseconds = Map.copyOf(nanoseconds);
    }

    String line() {
        return "%-16s %6.0f ms %6.0f ms %6.0f ms %6.0f ms %11.2fx %10.2fx %8.2fx"
                .formatted(
                        table,
                        of("count") / 1e6,
                        of("chain") / 1e6,
                        of("text") / 1e6,
                        of("two") / 1e6,
                        ofCount(),
                        overText(),
                        ofTwo());
    }

    ObjectNode json() {
        var node = Json.MAPPER.createObjectNode();
        nanoseconds.keySet().stream()
                .sorted()
                .forEach(way -> node.put(way + "Milliseconds", of(way) / 1_000_000));
        return node.put("speedOfCount", ofCount())
                .put("timesText", overText())
                .put("timesOneWorker", ofTwo());
    }

    private double ofCount() {
        return (double) of("count") / of("chain");
    }

    private double overText() {
        return (double) of("text") / of("chain");
    }

    private double ofTwo() {
        return (double) of("chain") / of("two");
    }

    private long of(String way) {
        return Optional.ofNullable(nanoseconds.get(way)).orElseThrow();
    }
}
