package dev.daybreak.rehearsal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.workload.Scaler;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaRivalsTest {
    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aClusterWithoutAnyOfThemHasNone() {
        assertThat(shop.scalers.over(Shop.APP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEDA", "ARGO_CD"})
    void theyUndoAScaleToZeroUnlessTheyArePaused(String kind) {
        rival(kind);
        shop.scale(0);
        Shop.await("the rival has scaled up again", () -> shop.replicas() == 2);

        var scaler = only();
        shop.scalers.pause(scaler);
        shop.scalers.pause(scaler);
        shop.scale(0);
        Shop.await("no pod is left", () -> shop.pods().isEmpty());
        rivalsHaveLookedAgain();
        assertThat(shop.replicas()).isZero();

        shop.scale(1);
        rivalsHaveLookedAgain("later");
        assertThat(shop.replicas()).as("the application comes up while they are paused").isOne();

        shop.scalers.restore(scaler);
        Shop.await("the rival is back", () -> shop.replicas() == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEDA", "ARGO_CD"})
    void theyAreRestoredExactly(String kind) {
        rival(kind);
        theyAreRestoredExactlyFrom(kind, _ -> {});
    }

    @Test
    void aPauseOfSomebodyElseIsRestoredToo() {
        rival("KEDA");
        theyAreRestoredExactlyFrom(
                "KEDA",
                scaler ->
                        scaler.withObjectProperty("metadata")
                                .withObjectProperty("annotations")
                                .put(ReplicaRivals.PAUSED_REPLICAS, "3"));
        assertThat(only().state()).containsValue("3");
    }

    @Test
    void anExplicitSwitchIsRestoredToo() {
        rival("ARGO_CD");
        theyAreRestoredExactlyFrom(
                "ARGO_CD",
                application ->
                        ((ObjectNode) application.at("/spec/syncPolicy/automated"))
                                .put("enabled", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEDA", "ARGO_CD"})
    void aPauseOfOursIsNeverTakenForTheStateToGoBackTo(String kind) {
        rival(kind);
        var before = only();
        shop.scalers.pause(before);

        assertThat(only()).isEqualTo(before);
    }

    @Test
    void anAutoscalerLeavesZeroAlone() {
        Example.horizontal(shop.cluster, Shop.NAMESPACE, Shop.APP, 2, 5);
        assertThat(only())
                .isEqualTo(new Scaler(Scaler.Kind.HPA, Shop.NAMESPACE, Shop.APP, Map.of()));
        shop.scalers.pause(only());
        shop.scale(0);
        Shop.await("no pod is left", () -> shop.pods().isEmpty());
        rivalsHaveLookedAgain();
        assertThat(shop.replicas()).isZero();

        shop.scale(1);
        Shop.await("the autoscaler is back", () -> shop.replicas() == 2);
    }

    private void rival(String kind) {
        if (kind.equals("KEDA")) {
            Example.keda(shop.cluster, Shop.NAMESPACE, Shop.APP, 2);
        } else {
            Example.argoCd(shop.cluster, Shop.migration(), Shop.APP, 2);
        }
    }

    private void theyAreRestoredExactlyFrom(String kind, Consumer<ObjectNode> as) {
        var type = kind.equals("KEDA") ? Type.SCALED_OBJECT : Type.APPLICATION;
        var namespace = kind.equals("KEDA") ? Shop.NAMESPACE : "argocd";
        shop.cluster.change(type, namespace, Shop.APP, as);
        var before = content(find(type, namespace));
        var scaler = only();
        shop.scalers.pause(scaler);
        assertThat(content(find(type, namespace))).isNotEqualTo(before);
        shop.scalers.restore(scaler);
        shop.scalers.restore(scaler);

        assertThat(content(find(type, namespace))).isEqualTo(before);
    }

    /// Without what each write changes. KEDA's test object has no annotations, then empty ones.
    private static JsonNode content(JsonNode object) {
        ObjectNode content = object.deepCopy();
        var metadata = content.withObjectProperty("metadata");
        metadata.remove("resourceVersion");
        metadata.remove("generation");
        metadata.withObjectProperty("annotations");
        return content;
    }

    private JsonNode find(Type type, String namespace) {
        return shop.cluster.find(type, namespace, Shop.APP).orElseThrow();
    }

    private Scaler only() {
        assertThat(shop.scalers.over(Shop.APP)).hasSize(1);
        return shop.scalers.over(Shop.APP).getFirst();
    }

    /// A second Deployment that is too small gets its replicas: the rivals have looked again.
    private void rivalsHaveLookedAgain() {
        rivalsHaveLookedAgain("probe");
    }

    private void rivalsHaveLookedAgain(String prefix) {
        for (var time = 0; time < 2; time++) {
            var name = prefix + "-" + time;
            shop.cluster.create(
                    Type.DEPLOYMENT,
                    Shop.NAMESPACE,
                    name,
                    one -> one.putObject("spec").put("replicas", 0).putObject("template"));
            Example.keda(shop.cluster, Shop.NAMESPACE, name, 1);
            Shop.await(
                    "the rivals have looked",
                    () -> shop.deployments.find(name).orElseThrow().replicas() == 1);
        }
    }
}
