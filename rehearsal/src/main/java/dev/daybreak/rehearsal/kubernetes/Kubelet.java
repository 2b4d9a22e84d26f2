package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Starts, probes and ends the processes of pods.
final class Kubelet implements AutoCloseable {
    /// Keeps a deleted pod in the API until its process has ended.
    static final String FINALIZER = "daybreak.dev/kubelet";

    private static final int GRACE_SECONDS = 30;
    private static final int ADDRESSES = 254;

    private final Map<String, RunningPod> pods = new ConcurrentHashMap<>();
    private final Objects objects;
    private final Loop loop;
    private final Pace pace;
    private final InstantSource clock;
    private final PodProcess.Factory factory;
    private int addresses;

    Kubelet(
            Objects objects,
            Loop loop,
            Pace pace,
            InstantSource clock,
            PodProcess.Factory factory) {
        this.objects = objects;
        this.loop = loop;
        this.pace = pace;
        this.clock = clock;
        this.factory = factory;
    }

    void pass() {
        for (var object : objects.all(Type.POD)) {
            var pod = pods.computeIfAbsent(Trees.name(object), _ -> accept(object));
            if (Deployments.isTerminating(object)) {
                pod.terminate(grace(object));
            } else {
                pod.configure();
            }
        }
    }

    void probe() {
        pods.values().forEach(RunningPod::probe);
    }

    boolean hasHealthyPod() {
        return pods.values().stream().anyMatch(RunningPod::isHealthy);
    }

    /// What a pod wrote since then; empty where it does not run here.
    Optional<List<PodProcess.Line>> log(String pod, Instant since) {
        return Optional.ofNullable(pods.get(pod))
                .map(
                        running ->
                                running.log().stream()
                                        .filter(line -> !line.at().isBefore(since))
                                        .toList());
    }

    /// Ends every process, and waits for it.
    @Override
    public void close() {
        pods.values().forEach(RunningPod::close);
    }

    static boolean isReady(JsonNode pod) {
        return Trees.items(pod.at("/status/conditions"))
                .anyMatch(
                        condition ->
                                condition.path("type").asText().equals("Ready")
                                        && condition.path("status").asText().equals("True"));
    }

    static void waiting(ObjectNode status, String reason, Instant now) {
        status.put("phase", "Pending");
        Trees.condition(status, "PodScheduled", true, "", now);
        Trees.condition(status, "Ready", false, "ContainersNotReady", now);
        status.putArray("containerStatuses")
                .addObject()
                .put("name", "app")
                .put("ready", false)
                .putObject("state")
                .putObject("waiting")
                .put("reason", reason);
    }

    static void running(ObjectNode status, boolean ready, Instant now) {
        status.put("phase", "Running");
        Trees.condition(status, "Ready", ready, ready ? "" : "ContainersNotReady", now);
        status.putArray("containerStatuses")
                .addObject()
                .put("name", "app")
                .put("ready", ready)
                .putObject("state")
                .putObject("running");
    }

    /// The values of the pod's environment as its Secrets are now; empty where one is missing.
    Optional<Map<String, String>> environment(JsonNode pod) {
        var environment = new LinkedHashMap<String, String>();
        for (var variable : pod.at("/spec/containers/0/env")) {
            var value = Trees.text(variable.path("value")).or(() -> referred(pod, variable));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            environment.put(variable.path("name").asText(), value.get());
        }
        return Optional.of(environment);
    }

    private Optional<String> referred(JsonNode pod, JsonNode variable) {
        var reference = variable.at("/valueFrom/secretKeyRef");
        return objects.find(Type.SECRET, Trees.namespace(pod), reference.path("name").asText())
                .map(secret -> secret.path("data").path(reference.path("key").asText()))
                .flatMap(Trees::text)
                .map(Base64Text::decode);
    }

    private RunningPod accept(JsonNode object) {
        addresses = addresses % ADDRESSES + 1;
        var address = "127.0.1." + addresses;
        var pod = new RunningPod(this, object, address);
        status(object, status -> status.put("podIP", address));
        loop.after(pace.podStart(), pod::prepared);
        return pod;
    }

    void status(JsonNode pod, Consumer<ObjectNode> edit) {
        objects.change(Type.POD, pod, now -> edit.accept(now.withObjectProperty("status")));
    }

    void gone(JsonNode pod) {
        pods.remove(Trees.name(pod));
        objects.change(
                Type.POD, pod, now -> now.withObjectProperty("metadata").remove("finalizers"));
    }

    Loop loop() {
        return loop;
    }

    Pace pace() {
        return pace;
    }

    Instant now() {
        return clock.instant();
    }

    PodProcess process(JsonNode pod, String address, Map<String, String> environment) {
        return factory.create(Trees.name(pod), address, environment);
    }

    private static Duration grace(JsonNode pod) {
        return Duration.ofSeconds(
                pod.at("/spec/terminationGracePeriodSeconds").asInt(GRACE_SECONDS));
    }
}
