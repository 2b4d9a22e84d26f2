package dev.daybreak.rehearsal.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.lambda.FirstAnswer;
import dev.daybreak.rehearsal.lambda.Told;
import dev.daybreak.runtime.Json;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// A handler's starts, as it is deployed and as nobody tuned it.
record Starts(String handler, List<FirstAnswer> deployed, List<FirstAnswer> naive) {
    static final String HEADER =
            "%-18s %9s %9s %9s %9s %9s %6s  %s"
                    .formatted(
                            "handler", "ready", "answer", "memory", "naive", "memory", "ratio",
                            "told");

    Starts {
        deployed = List.copyOf(deployed);
        naive = List.copyOf(naive);
    }

    String line() {
        return "%-18s %7d ms %7d ms %6d MB %7d ms %6d MB %6.2f  %s"
                .formatted(
                        handler,
                        median(deployed, one -> one.ready().toMillis()),
                        answered(deployed),
                        memory(deployed),
                        answered(naive),
                        memory(naive),
                        ratio(),
                        told());
    }

    ObjectNode json() {
        var node = Json.MAPPER.createObjectNode().put("handler", handler).put("told", told());
        put(node.putObject("deployed"), deployed);
        put(node.putObject("naive"), naive);
        return node.put("ratio", Math.round(100 * ratio()) / 100.0);
    }

    private static void put(ObjectNode node, List<FirstAnswer> starts) {
        node.put("readyMilliseconds", median(starts, one -> one.ready().toMillis()))
                .put("answerMilliseconds", answered(starts))
                .put("peakMegabytes", memory(starts));
        var each = node.putArray("eachMilliseconds");
        starts.stream().map(FirstAnswer::answered).map(Duration::toMillis).forEach(each::add);
    }

    private double ratio() {
        return (double) answered(deployed) / Math.max(1, answered(naive));
    }

    private String told() {
        return switch (deployed.getFirst().told()) {
            case Told.Answered(var answer) -> answer.path("decision").asText();
            case Told.Failed(var error, _) -> error;
            case Told.NotStarted(var error, _) -> "not started: " + error;
        };
    }

    private static long answered(List<FirstAnswer> starts) {
        return median(starts, one -> one.answered().toMillis());
    }

    private static long memory(List<FirstAnswer> starts) {
        return median(starts, FirstAnswer::peakKilobytes) / 1000;
    }

    private static long median(List<FirstAnswer> starts, Function<FirstAnswer, Long> figure) {
        var sorted = starts.stream().map(figure).sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
