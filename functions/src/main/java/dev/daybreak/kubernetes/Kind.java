package dev.daybreak.kubernetes;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Locale;

/// The kinds of objects that Daybreak reads or changes, by the names that the API gives them.
enum Kind {
    DEPLOYMENT("apps", "v1", "Deployment"),
    POD("", "v1", "Pod"),
    SECRET("", "v1", "Secret"),
    HORIZONTAL_POD_AUTOSCALER("autoscaling", "v2", "HorizontalPodAutoscaler"),
    SCALED_OBJECT("keda.sh", "v1alpha1", "ScaledObject"),
    APPLICATION("argoproj.io", "v1alpha1", "Application"),
    APPLICATION_SET("argoproj.io", "v1alpha1", "ApplicationSet"),
    EXTERNAL_SECRET("external-secrets.io", "v1", "ExternalSecret"),
    EXTERNAL_SECRET_BETA("external-secrets.io", "v1beta1", "ExternalSecret");

    private final String group;
    private final String version;
    private final String title;

    Kind(String group, String version, String title) {
        this.group = group;
        this.version = version;
        this.title = title;
    }

    String group() {
        return group;
    }

    /// Whether it lives in the namespace of Argo CD, and not in the application's.
    boolean isArgoCds() {
        return this == APPLICATION || this == APPLICATION_SET;
    }

    /// As in `kind:`.
    String title() {
        return title;
    }

    /// As in the API's paths.
    String plural() {
        return title.toLowerCase(Locale.ROOT) + "s";
    }

    ResourceDefinitionContext context() {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(title)
                .withPlural(plural())
                .withNamespaced(true)
                .build();
    }
}
