package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Scaler;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OlderClustersTest {
    private static final String BETA =
            "/apis/external-secrets.io/v1beta1/namespaces/shop/externalsecrets";
    private static final String DB =
            """
            {"metadata":{"name":"db"},
             "spec":{"data":[{"secretKey":"H","remoteRef":{"key":"shop/db","property":"host"}}]}}
            """;

    private final CannedApi api = new CannedApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void anExternalSecretIsReadInItsBetaVersionWithTheDefaultsThatItLeavesOut() {
        api.says(BETA, 200, "{\"items\":[%s]}".formatted(DB));

        assertThat(new KubernetesExternalSecrets(api.client(), "shop").reading("shop/db"))
                .containsExactly(
                        new ExternalSecret(
                                "db",
                                "db",
                                "Periodic",
                                "1h0m0s",
                                "Owner",
                                false,
                                Optional.empty(),
                                false,
                                Optional.empty()));
    }

    @Test
    void anExternalSecretIsRefreshedInItsBetaVersion() {
        api.says(BETA + "/db", 200, DB);
        new KubernetesExternalSecrets(api.client(), "shop").refresh("db", "7");

        assertThat(api.asked())
                .last()
                .asString()
                .isEqualTo(
                        "PATCH %s/db {\"metadata\":{\"annotations\":{\"force-sync\":\"7\"}}}"
                                .formatted(BETA));
    }

    @Test
    void anArgoCdThatForgetsThePauseIsFoundOut() {
        api.says(
                "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/web",
                200,
                "{\"spec\":{\"syncPolicy\":{\"automated\":{\"selfHeal\":true}}}}");
        var web = new Scaler(Scaler.Kind.ARGO_CD, "argocd", "web", Map.of());

        assertThatThrownBy(() -> new KubernetesScalers(api.client(), "shop", "argocd").pause(web))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("Application web in namespace argocd still syncs by itself")
                .hasMessageContaining("too old");
    }
}
