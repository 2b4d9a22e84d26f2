package dev.daybreak.rehearsal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.workload.ExternalSecret;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalSecretsOperatorTest {
    private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aRefreshBringsTheNewHostAndANewSyncedVersion() {
        install(_ -> {});
        var before = shop.externalSecret();
        shop.secret.put("host", "aurora");
        assertThat(shop.url()).contains("@rds:");

        shop.externalSecrets.refresh(Shop.RENDERED, "1");
        Shop.await("the Secret is new", () -> shop.url().contains("@aurora:"));
        Shop.await("it is reported", () -> !synced().equals(before.syncedVersion().orElseThrow()));
        assertThat(shop.externalSecret().ready()).isTrue();
    }

    @Test
    void aRefreshAskedForTwiceIsOne() {
        install(_ -> {});
        var first = synced();
        shop.externalSecrets.refresh(Shop.RENDERED, "1");
        Shop.await("it is synced", () -> !synced().equals(first));
        var version = synced();
        shop.externalSecrets.refresh(Shop.RENDERED, "1");
        nothingMoreIsSynced();

        assertThat(synced()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreatedOnce", "interval 0", "immutable"})
    void someExternalSecretsNeverRefreshAndSaySoInTheirSpec(String how) {
        install(
                one -> {
                    var spec = one.withObjectProperty("spec");
                    switch (how) {
                        case "CreatedOnce" -> spec.put("refreshPolicy", "CreatedOnce");
                        case "interval 0" -> spec.put("refreshInterval", "0s");
                        default -> spec.withObjectProperty("target").put("immutable", true);
                    }
                });
        shop.secret.put("host", "aurora");
        shop.externalSecrets.refresh(Shop.RENDERED, "1");
        nothingMoreIsSynced();

        assertThat(shop.url()).contains("@rds:");
        var read = shop.externalSecret();
        assertThat(read.ready()).isTrue();
        assertThat(
                        switch (how) {
                            case "CreatedOnce" -> read.refreshPolicy();
                            case "interval 0" -> read.refreshInterval();
                            default -> read.targetImmutable() ? how : "";
                        })
                .isIn("CreatedOnce", "0s", "immutable");
    }

    @Test
    void anIntervalThatIsOverSyncsByItself() {
        install(one -> one.withObjectProperty("spec").put("refreshInterval", "300ms"));
        shop.secret.put("host", "aurora");

        Shop.await("the Secret is new", () -> shop.url().contains("@aurora:"));
    }

    @Test
    void aMergeTargetThatIsMissingIsNotCreated() {
        create(
                Shop.RENDERED,
                one -> target(one).put("name", Shop.RENDERED).put("creationPolicy", "Merge"));
        Shop.await("it is reported", () -> shop.externalSecret().trouble().isPresent());

        assertThat(shop.externalSecret().trouble()).hasValue("the desired secret was not found");
        assertThat(shop.externalSecret().creationPolicy()).isEqualTo("Merge");
        assertThat(shop.externalSecrets.rendered(Shop.RENDERED, "DB_URL")).isEmpty();
    }

    @Test
    void aFieldThatIsMissingIsReported() {
        shop.secret.remove("port");
        create(Shop.RENDERED, _ -> {});
        Shop.await("it is reported", () -> shop.externalSecret().trouble().isPresent());

        assertThat(shop.externalSecret().trouble()).hasValue("could not find field port");
        assertThat(shop.externalSecret().ready()).isFalse();
    }

    @Test
    void everyReaderOfTheSecretIsFoundHoweverItNamesIt() {
        create("by-name", one -> data(one, Shop.SECRET));
        create("by-arn", one -> data(one, ARN + Shop.SECRET + "-a1B2c3"));
        create("all-fields", _ -> {});
        create("another", one -> data(one, "mosaic/prod/cache"));

        assertThat(shop.externalSecrets.reading(Shop.SECRET))
                .extracting(ExternalSecret::name)
                .containsExactly("all-fields", "by-arn", "by-name");
        assertThat(shop.externalSecrets.reading(ARN + Shop.SECRET + "-a1B2c3"))
                .extracting(ExternalSecret::name)
                .containsExactly("all-fields", "by-arn", "by-name");
    }

    @Test
    void aFieldCanBePickedByItself() {
        create("by-name", one -> data(one, Shop.SECRET));
        Shop.await(
                "it is rendered",
                () -> shop.externalSecrets.rendered("by-name", "HOST").isPresent());

        assertThat(shop.externalSecrets.rendered("by-name", "HOST").orElseThrow())
                .satisfies(secret -> assertThat(secret.value()).isEqualTo("rds"))
                .satisfies(secret -> assertThat(secret).asString().doesNotContain("rds"));
    }

    private void install(Consumer<ObjectNode> spec) {
        create(Shop.RENDERED, spec);
        Shop.await("it is synced", () -> shop.externalSecret().syncedVersion().isPresent());
    }

    private void create(String name, Consumer<ObjectNode> more) {
        shop.cluster.create(
                Type.EXTERNAL_SECRET,
                Shop.NAMESPACE,
                name,
                one -> {
                    var spec = one.putObject("spec");
                    spec.putArray("dataFrom")
                            .addObject()
                            .putObject("extract")
                            .put("key", Shop.SECRET);
                    target(one)
                            .putObject("template")
                            .putObject("data")
                            .put(
                                    "DB_URL",
                                    "pg://{{ .username }}:{{.password}}@{{ .host }}:{{ .port }}");
                    more.accept(one);
                });
    }

    private static ObjectNode target(ObjectNode one) {
        return one.withObjectProperty("spec").withObjectProperty("target");
    }

    private static void data(ObjectNode one, String key) {
        var spec = one.putObject("spec");
        spec.putArray("data")
                .addObject()
                .put("secretKey", "HOST")
                .putObject("remoteRef")
                .put("key", key)
                .put("property", "host");
    }

    private String synced() {
        return shop.externalSecret().syncedVersion().orElseThrow();
    }

    /// Another ExternalSecret that is made now is synced: whatever was to be done before, is done.
    private void nothingMoreIsSynced() {
        create("later", _ -> {});
        Shop.await(
                "a later one is synced",
                () -> shop.externalSecrets.rendered("later", "DB_URL").isPresent());
    }
}
