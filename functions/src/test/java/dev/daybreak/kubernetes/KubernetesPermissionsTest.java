package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.migration.Migration;
import java.util.List;
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

        assertThat(missing(Shops.full()))
                .containsExactly(
                        "get deployments web in namespace shop",
                        "get deployments 007 in namespace shop",
                        "patch deployments/scale web in namespace shop",
                        "patch deployments/scale 007 in namespace shop",
                        "list pods in namespace shop",
                        "get pods/log in namespace shop",
                        "get secrets db in namespace shop",
                        "list externalsecrets.external-secrets.io in namespace shop",
                        "get externalsecrets.external-secrets.io db in namespace shop",
                        "patch externalsecrets.external-secrets.io db in namespace shop",
                        "get externalsecrets.external-secrets.io reporting in namespace shop",
                        "patch externalsecrets.external-secrets.io reporting in namespace shop",
                        "list horizontalpodautoscalers in namespace shop",
                        "list scaledobjects.keda.sh in namespace shop",
                        "get scaledobjects.keda.sh web in namespace shop",
                        "patch scaledobjects.keda.sh web in namespace shop",
                        "get applications.argoproj.io in namespace argocd",
                        "list applications.argoproj.io in namespace argocd",
                        "patch applications.argoproj.io in namespace argocd",
                        "get applicationsets.argoproj.io in namespace argocd");
    }

    @Test
    void asksForNothingOfArgoCdWhereThereIsNone() {
        api.says(REVIEWS, 201, "{\"status\":{\"allowed\":false}}");

        assertThat(missing(Shops.plain()))
                .isNotEmpty()
                .noneMatch(phrase -> phrase.contains("argoproj"));
    }

    @Test
    void asksByNameWhereRbacGoesByName() {
        api.says(REVIEWS, 201, "{\"status\":{\"allowed\":true}}");

        assertThat(missing(Shops.full())).isEmpty();
        assertThat(api.asked())
                .contains(
                        review(
                                """
                                {"namespace":"shop","verb":"patch","group":"apps",\
                                "resource":"deployments","subresource":"scale","name":"web"}"""),
                        review(
                                """
                                {"namespace":"shop","verb":"list","group":"",\
                                "resource":"pods","subresource":""}"""));
    }

    private List<String> missing(Migration migration) {
        return new KubernetesPermissions(api.client(), Grants.of(migration)).missing();
    }

    private static String review(String attributes) {
        return """
        POST %s {"apiVersion":"authorization.k8s.io/v1",\
        "kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":%s}}"""
                .formatted(REVIEWS, attributes);
    }
}
