package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubernetesPermissionsTest {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final CannedApi api = new CannedApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void namesEveryPermissionThatIsMissing() {
        api.says(REVIEWS, 201, "{\"status\":{\"allowed\":false}}");

        assertThat(new KubernetesPermissions(api.client(), "shop", "argocd").missing())
                .containsExactly(
                        "get deployments in namespace shop",
                        "patch deployments/scale in namespace shop",
                        "list pods in namespace shop",
                        "get secrets in namespace shop",
                        "get externalsecrets.external-secrets.io in namespace shop",
                        "list externalsecrets.external-secrets.io in namespace shop",
                        "patch externalsecrets.external-secrets.io in namespace shop",
                        "list horizontalpodautoscalers in namespace shop",
                        "list scaledobjects.keda.sh in namespace shop",
                        "patch scaledobjects.keda.sh in namespace shop",
                        "list applications.argoproj.io in namespace argocd",
                        "get applications.argoproj.io in namespace argocd",
                        "patch applications.argoproj.io in namespace argocd",
                        "get applicationsets.argoproj.io in namespace argocd");
    }

    @Test
    void asksForNothingOfArgoCdWhereThereIsNone() {
        api.says(REVIEWS, 201, "{\"status\":{\"allowed\":false}}");

        assertThat(new KubernetesPermissions(api.client(), "shop", "").missing())
                .isNotEmpty()
                .noneMatch(phrase -> phrase.contains("argoproj"));
    }

    @Test
    void saysNothingWhereAllIsGranted() {
        api.says(REVIEWS, 201, "{\"status\":{\"allowed\":true}}");

        assertThat(new KubernetesPermissions(api.client(), "shop", "argocd").missing()).isEmpty();
        assertThat(api.asked())
                .contains(
                        """
                        POST %s {"apiVersion":"authorization.k8s.io/v1",\
                        "kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":\
                        {"namespace":"shop","verb":"patch","group":"apps",\
                        "resource":"deployments","subresource":"scale"}}}"""
                                .formatted(REVIEWS));
    }
}
