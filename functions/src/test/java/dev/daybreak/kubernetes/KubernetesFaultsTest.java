package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesFaultsTest {
    private final CannedApi api = new CannedApi();

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, dev.daybreak.fault.Denied",
        "403, dev.daybreak.fault.Denied",
        "409, dev.daybreak.fault.Overtaken",
        "422, dev.daybreak.fault.Unexpected",
        "429, dev.daybreak.fault.Throttled",
        "500, dev.daybreak.fault.Unavailable",
        "503, dev.daybreak.fault.Unavailable",
        "504, dev.daybreak.fault.Unavailable",
    })
    void eachAnswerMeansOneFaultWhicheverCallGotIt(int status, Class<? extends Fault> fault) {
        api.says("/", status, "{\"kind\":\"Status\",\"reason\":\"Why\",\"message\":\"because\"}");

        assertThat(Faulty.calls(api))
                .allSatisfy(call -> assertThat(thrown(call)).isInstanceOf(fault));
    }

    @Test
    void onlyARefusalsOwnWordsArePassedOn() {
        api.says(
                "/",
                403,
                "{\"kind\":\"Status\",\"message\":\"User \\\"arn:role\\\" cannot patch\"}");
        assertThat(Faulty.calls(api))
                .allSatisfy(call -> assertThat(thrown(call)).hasMessageContaining("arn:role"));

        api.says("/", 422, "{\"kind\":\"Status\",\"message\":\"Invalid value: hunter2\"}");
        assertThat(Faulty.calls(api))
                .allSatisfy(
                        call ->
                                assertThat(thrown(call))
                                        .hasNoCause()
                                        .message()
                                        .doesNotContain("hunter2")
                                        .contains("422"));
    }

    @Test
    void whatDoesNotExistIsAnswerOrFaultByWhatWasAsked() {
        assertThat(new KubernetesDeployments(api.client(), "shop").find("web")).isEmpty();
        assertThat(new KubernetesExternalSecrets(api.client(), "shop").rendered("s", "k"))
                .isEmpty();
        assertThat(new KubernetesExternalSecrets(api.client(), "shop").reading("s")).isEmpty();
        assertThat(new KubernetesScalers(api.client(), "shop", "argocd").over("web")).isEmpty();
        assertThat(thrown(() -> new KubernetesDeployments(api.client(), "shop").scale("web", 0)))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("scale Deployment web in namespace shop")
                .hasMessageContaining("404");
    }

    @Test
    void aConnectionThatBreaksIsUnavailable() {
        api.says("/", -1, "");

        assertThat(Faulty.calls(api))
                .allSatisfy(call -> assertThat(thrown(call)).isInstanceOf(Unavailable.class));
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        var nowhere = URI.create("http://127.0.0.1:9");
        try (var client = new ApiServer(nowhere, Optional.empty(), () -> "t").connect()) {
            assertThat(thrown(() -> new KubernetesDeployments(client, "shop").find("web")))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("did not answer");
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsUnexpectedAndNotQuoted() {
        api.says("/", 200, "{\"data\": hunter2");

        assertThat(Faulty.calls(api))
                .allSatisfy(
                        call ->
                                assertThat(thrown(call))
                                        .isInstanceOf(Unexpected.class)
                                        .message()
                                        .doesNotContain("hunter2"));
    }

    @Test
    void aSecretThatIsNoBase64IsNotQuoted() {
        api.says("/api/v1/namespaces/shop/secrets/s", 200, "{\"data\":{\"k\":\"hunter2!\"}}");

        assertThat(
                        thrown(
                                () ->
                                        new KubernetesExternalSecrets(api.client(), "shop")
                                                .rendered("s", "k")))
                .isInstanceOf(Unexpected.class)
                .message()
                .contains("Key k of Secret s in namespace shop")
                .doesNotContain("hunter2");
    }

    @Test
    void everyCallCarriesTheTokenAndIsMadeOnce() {
        api.says("/", 500, "");
        thrown(() -> new KubernetesDeployments(api.client(), "shop").find("web"));

        assertThat(api.tokens()).containsExactly("Bearer t0ken");
    }

    private static Fault thrown(Runnable call) {
        return catchThrowableOfType(Fault.class, call::run);
    }
}
