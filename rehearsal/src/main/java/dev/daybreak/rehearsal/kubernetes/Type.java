package dev.daybreak.rehearsal.kubernetes;

import java.util.Locale;

/// The types of objects that the cluster's controllers look after, by their place in the API.
enum Type {
    DEPLOYMENT("apps/v1", "Deployment"),
    POD("v1", "Pod"),
    SECRET("v1", "Secret"),
    HORIZONTAL_POD_AUTOSCALER("autoscaling/v2", "HorizontalPodAutoscaler"),
    SCALED_OBJECT("keda.sh/v1alpha1", "ScaledObject"),
    APPLICATION("argoproj.io/v1alpha1", "Application"),
    APPLICATION_SET("argoproj.io/v1alpha1", "ApplicationSet"),
    EXTERNAL_SECRET("external-secrets.io/v1", "ExternalSecret");

    private final String version;
    private final String kind;

    Type(String version, String kind) {
        this.version = version;
        this.kind = kind;
    }

    String version() {
        return version;
    }

    String kind() {
        return kind;
    }

    /// Of all objects in a namespace.
    String path(String namespace) {
        var root = version.contains("/") ? "/apis/" : "/api/";
        var plural = kind.toLowerCase(Locale.ROOT) + "s";
        return "%s%s/namespaces/%s/%s".formatted(root, version, namespace, plural);
    }

    /// Of all objects in the cluster.
    String path() {
        return path("all").replace("/namespaces/all", "");
    }
}
