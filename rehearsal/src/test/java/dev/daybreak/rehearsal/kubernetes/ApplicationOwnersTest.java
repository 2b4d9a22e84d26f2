package dev.daybreak.rehearsal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.workload.Scaler;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplicationOwnersTest {
    private final Shop shop = new Shop();

    @BeforeEach
    void install() {
        Example.argoCd(shop.cluster, Shop.migration(), Shop.APP, 2);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anApplicationOfAnApplicationSetIsNotPaused() {
        ownedBySet();
        var scaler = only();

        assertThat(scaler.undoneBy()).contains("ApplicationSet all");
        assertThatThrownBy(() -> shop.scalers.pause(scaler))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("ApplicationSet all")
                .hasMessageContaining("ignoreApplicationDifferences");
    }

    @Test
    void anApplicationSetUndoesAPauseAtOnce() {
        ownedBySet();
        change(
                Shop.APP,
                one -> ((ObjectNode) one.at("/spec/syncPolicy/automated")).put("enabled", false));

        Shop.await(
                "the sync is on again",
                () ->
                        shop.cluster.find(Type.APPLICATION, "argocd", Shop.APP).stream()
                                .noneMatch(
                                        one ->
                                                one.at("/spec/syncPolicy/automated")
                                                        .has("enabled")));
    }

    @Test
    void anApplicationSetThatLeavesTheSyncAloneIsNoObstacle() {
        ownedBySet();
        shop.cluster.change(
                Type.APPLICATION_SET,
                "argocd",
                "all",
                set ->
                        set.withObjectProperty("spec")
                                .putArray("ignoreApplicationDifferences")
                                .addObject()
                                .putArray("jsonPointers")
                                .add("/spec/syncPolicy"));

        assertThat(only().state()).isEmpty();
    }

    @Test
    void anApplicationSetThatOnlyCreatesIsNoObstacle() {
        ownedBySet();
        shop.cluster.change(
                Type.APPLICATION_SET,
                "argocd",
                "all",
                set ->
                        set.withObjectProperty("spec")
                                .putObject("syncPolicy")
                                .put("applicationsSync", "create-only"));

        assertThat(only().state()).isEmpty();
    }

    @Test
    void anApplicationOfASelfHealingApplicationIsNotPaused() {
        Example.argoCd(shop.cluster, Shop.migration(), "root", 0);
        change(
                "root",
                root ->
                        root.withObjectProperty("status")
                                .putArray("resources")
                                .addObject()
                                .put("group", "argoproj.io")
                                .put("kind", "Application")
                                .put("namespace", "argocd")
                                .put("name", Shop.APP));

        assertThat(only().undoneBy()).contains("Application root");
    }

    @Test
    void anApplicationThatIsSyncedByHandIsNoRival() {
        change(Shop.APP, one -> ((ObjectNode) one.path("spec")).remove("syncPolicy"));

        assertThat(shop.scalers.over(Shop.APP)).isEmpty();
        assertThat(shop.scalers.over("another")).isEmpty();
    }

    @Test
    void aSyncThatSomebodyTookAwayMeanwhileStaysAway() {
        var scaler = only();
        shop.scalers.pause(scaler);
        change(Shop.APP, one -> ((ObjectNode) one.path("spec")).remove("syncPolicy"));
        shop.scalers.restore(scaler);

        assertThat(shop.cluster.find(Type.APPLICATION, "argocd", Shop.APP))
                .hasValueSatisfying(
                        found -> assertThat(found.path("spec").has("syncPolicy")).isFalse());
    }

    private void ownedBySet() {
        shop.cluster.create(
                Type.APPLICATION_SET,
                "argocd",
                "all",
                set ->
                        set.putObject("spec")
                                .putObject("template")
                                .putObject("spec")
                                .putObject("syncPolicy")
                                .putObject("automated")
                                .put("selfHeal", true));
        change(
                Shop.APP,
                one ->
                        one.withObjectProperty("metadata")
                                .putArray("ownerReferences")
                                .addObject()
                                .put("kind", "ApplicationSet")
                                .put("name", "all"));
    }

    private void change(String application, Consumer<ObjectNode> edit) {
        shop.cluster.change(Type.APPLICATION, "argocd", application, edit);
    }

    private Scaler only() {
        assertThat(shop.scalers.over(Shop.APP)).hasSize(1);
        return shop.scalers.over(Shop.APP).getFirst();
    }
}
