package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.crud.AttributeSet;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Headers;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The API server: fabric8's store, where it is kinder than Kubernetes made as unkind. A type whose
/// CRD isn't installed is a 404 and not an empty list, a merge patch with a null removes, a scale
/// subresource changes the replicas and nothing else, and a refusal has a text.
final class Api extends KubernetesCrudDispatcher {
    private static final Pattern GROUP = Pattern.compile("/apis/([^/]+/[^/?]+).*");
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<Interference> interferences = new CopyOnWriteArrayList<>();
    private final Runnable changed;
    private volatile Function<PodLogRequest, Optional<byte[]>> logs = _ -> Optional.empty();

    /// @param changed told after each change of any object
    Api(Runnable changed) {
        this.changed = changed;
        served.addAll(Set.of("apps/v1", "autoscaling/v2", "authorization.k8s.io/v1"));
    }

    /// Makes the API know a group's version, as installing its CRDs does.
    void serve(String groupAndVersion) {
        served.add(groupAndVersion);
    }

    /// What pods wrote; empty where there is no such pod.
    void logs(Function<PodLogRequest, Optional<byte[]>> source) {
        logs = source;
    }

    /// The last one that answers wins; it may be taken back.
    Runnable interfere(Interference interference) {
        interferences.addFirst(interference);
        return () -> interferences.remove(interference);
    }

    /// Runs with nobody else reading or writing in between.
    <T> T alone(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        return alone(() -> explained(answer(request)));
    }

    @Override
    public void processEvent(
            String path,
            AttributeSet pathAttributes,
            AttributeSet oldAttributes,
            GenericKubernetesResource resource,
            String newState) {
        super.processEvent(path, pathAttributes, oldAttributes, resource, newState);
        changed.run();
    }

    /// Replaces an object, as a PUT does.
    MockResponse put(String path, ObjectNode object) {
        return handleUpdate(request(HttpMethod.PUT, path, object));
    }

    /// Makes an object, as a POST does.
    MockResponse post(String path, ObjectNode object) {
        return handleCreate(request(HttpMethod.POST, path, object));
    }

    private static RecordedRequest request(HttpMethod method, String path, ObjectNode object) {
        var body = new Buffer(object.toString().getBytes(StandardCharsets.UTF_8));
        return new RecordedRequest("HTTP/1.1", method, path, Headers.builder().build(), body);
    }

    private MockResponse answer(RecordedRequest request) {
        var method = request.getMethod();
        var path = request.getPath().replaceFirst("\\?.*", "");
        return interferences.stream()
                .flatMap(one -> one.instead(method, path).stream())
                .findFirst()
                .map(Api::refusal)
                .or(() -> isServed(path) ? Optional.empty() : Optional.of(refusal(404)))
                .or(() -> special(method, path, request))
                .orElseGet(() -> super.dispatch(request));
    }

    private boolean isServed(String path) {
        var group = GROUP.matcher(path);
        return !group.matches() || served.contains(group.group(1));
    }

    private Optional<MockResponse> special(String method, String path, RecordedRequest request) {
        if (method.equals("PATCH")) {
            return Optional.of(patched(path, Trees.body(request)));
        }
        return path.equals(REVIEWS)
                ? Optional.of(reviewed(Trees.body(request)))
                : PodLogRequest.read(request.getPath())
                        .map(asked -> logs.apply(asked).map(Api::text).orElse(refusal(404)));
    }

    private static MockResponse text(byte[] bytes) {
        return new MockResponse().setResponseCode(200).setBody(new Buffer(bytes));
    }

    private MockResponse patched(String path, ObjectNode patch) {
        var scale = path.endsWith("/scale");
        var object = path.replaceFirst("/(scale|status)$", "");
        var found = handleGet(object);
        if (found.code() != 200) {
            return refusal(404);
        }
        var before = Trees.body(found);
        var change = scale ? Trees.scale(patch) : patch;
        return put(object, (ObjectNode) MergePatch.apply(before, change));
    }

    private MockResponse reviewed(ObjectNode review) {
        var asked = review.at("/spec/resourceAttributes");
        var path = "%s/%s".formatted(asked.path("group").asText(), asked.path("resource").asText());
        var denied =
                interferences.stream()
                        .anyMatch(one -> one.denies(asked.path("verb").asText(), path));
        review.putObject("status").put("allowed", !denied);
        return new MockResponse().setResponseCode(201).setBody(review.toString());
    }

    private static MockResponse explained(MockResponse answer) {
        return answer.code() >= 400 && answer.getBody() == null ? refusal(answer.code()) : answer;
    }

    private static MockResponse refusal(int status) {
        return new MockResponse().setResponseCode(status).setBody(Trees.refusal(status).toString());
    }
}
