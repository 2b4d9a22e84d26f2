package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what matters of a pod's JSON.
final class PodReading {
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    /// A container waits for these in every ordinary start.
    private static final Set<String> STARTING = Set.of("ContainerCreating", "PodInitializing", "");

    private PodReading() {}

    /// None of its processes runs any more, and none will.
    static boolean hasEnded(JsonNode pod) {
        return ENDED.contains(phase(pod));
    }

    static Pod read(JsonNode pod) {
        var ready = condition(pod, "Ready").filter(PodReading::holds);
        return new Pod(
                pod.at("/metadata/name").asText(),
                phase(pod),
                ready.isPresent(),
                pod.at("/metadata").hasNonNull("deletionTimestamp"),
                text(pod.at("/status/podIP")),
                trouble(pod),
                ready.flatMap(since -> tookToStart(pod, since)));
    }

    private static String phase(JsonNode pod) {
        return pod.at("/status/phase").asText("Unknown");
    }

    private static Optional<JsonNode> condition(JsonNode pod, String type) {
        return Fields.items(pod.at("/status/conditions"))
                .filter(condition -> condition.path("type").asText().equals(type))
                .findFirst();
    }

    private static boolean holds(JsonNode condition) {
        return condition.path("status").asText().equals("True");
    }

    private static Optional<Duration> tookToStart(JsonNode pod, JsonNode ready) {
        var created = text(pod.at("/metadata/creationTimestamp")).map(Instant::parse);
        var since = text(ready.path("lastTransitionTime")).map(Instant::parse);
        return created.flatMap(from -> since.map(to -> Duration.between(from, to)));
    }

    private static Optional<String> trouble(JsonNode pod) {
        var unscheduled =
                condition(pod, "PodScheduled").filter(condition -> !holds(condition)).stream()
                        .map(condition -> condition.path("reason").asText());
        var states =
                Stream.of("initContainerStatuses", "containerStatuses")
                        .flatMap(which -> Fields.items(pod.path("status").path(which)))
                        .map(container -> container.path("state"));
        return Stream.concat(unscheduled, states.map(PodReading::reason))
                .filter(reason -> !STARTING.contains(reason))
                .findFirst();
    }

    private static String reason(JsonNode state) {
        var ended = state.path("terminated").path("reason").asText();
        return ended.equals("Completed") ? "" : state.path("waiting").path("reason").asText(ended);
    }

    private static Optional<String> text(JsonNode value) {
        return Fields.text(value);
    }
}
