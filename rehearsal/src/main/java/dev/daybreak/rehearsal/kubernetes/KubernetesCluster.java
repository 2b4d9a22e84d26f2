package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.MockWebServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A running stand-in for a Kubernetes cluster: an API server over HTTP on loopback, and behind it
/// the controllers that act on what is in it. Closing it ends every process in it.
public final class KubernetesCluster implements AutoCloseable {
    private final Loop loop;
    private final Api api;
    private final Objects objects;
    private final Deployments deployments;
    private final Kubelet kubelet;
    private final ExternalSecretsOperator operator;
    private final MockWebServer server;

    /// @param secrets a secret's fields by its name or ARN; `IllegalStateException` where it fails
    public KubernetesCluster(
            Pace pace,
            InstantSource clock,
            PodProcess.Factory factory,
            Function<String, Map<String, String>> secrets) {
        loop = new Loop(pace.controllers(), this::pass);
        api = new Api(loop::wake);
        objects = new Objects(api);
        deployments = new Deployments(objects, clock);
        kubelet = new Kubelet(objects, loop, pace, clock, factory);
        api.logs(
                asked ->
                        kubelet.log(asked.pod(), clock.instant().minusSeconds(asked.sinceSeconds()))
                                .map(asked::cut));
        operator = new ExternalSecretsOperator(objects, loop, pace, clock, secrets::apply);
        api.serve("external-secrets.io/v1");
        loop.every(pace.probe(), kubelet::probe);
        loop.every(pace.scalers(), new ReplicaRivals(objects)::pass);
        server = Listening.start(api);
    }

    /// Where the API server listens.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /// What the application's health endpoint would answer: 200 where at least one pod is well.
    public int healthStatus() {
        return kubelet.hasHealthyPod() ? 200 : 503;
    }

    /// From now on somebody answers in the API server's place.
    ///
    /// @return ends it
    public Runnable interfere(Interference interference) {
        return api.interfere(interference);
    }

    /// The External Secrets Operator stops working, or works again.
    public void breakExternalSecrets(boolean broken) {
        operator.breakDown(broken);
    }

    /// Makes the API know a CRD's group and version, for example `keda.sh/v1alpha1`.
    public void serve(String groupAndVersion) {
        api.serve(groupAndVersion);
    }

    @Override
    public void close() {
        try {
            loop.close();
        } finally {
            kubelet.close();
            server.shutdown();
        }
    }

    void create(Type type, String namespace, String name, Consumer<ObjectNode> fill) {
        if (type.version().contains(".")) {
            api.serve(type.version());
        }
        api.alone(
                () -> {
                    objects.create(type, namespace, name, fill);
                    return name;
                });
    }

    void change(Type type, String namespace, String name, Consumer<ObjectNode> edit) {
        objects.change(type, namespace, name, edit);
    }

    Optional<JsonNode> find(Type type, String namespace, String name) {
        return objects.find(type, namespace, name).map(JsonNode.class::cast);
    }

    private void pass() {
        deployments.pass();
        kubelet.pass();
        operator.pass();
    }
}
