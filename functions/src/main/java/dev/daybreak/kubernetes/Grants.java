package dev.daybreak.kubernetes;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.stream.Stream;

/// The one list of what Daybreak may do in Kubernetes; a test holds it to the calls that are made.
/// To find what it was not told of, Daybreak lists, and a rule with names would allow only lists of
/// one object that is asked for by its name
/// (<https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources>).
public final class Grants {
    private final Migration.Kubernetes kubernetes;

    private Grants(Migration.Kubernetes kubernetes) {
        this.kubernetes = kubernetes;
    }

    /// In the order in which people read them.
    public static List<Grant> of(Migration migration) {
        var grants = new Grants(migration.kubernetes());
        return Stream.of(
                        grants.deployments(),
                        grants.secrets(),
                        grants.scalers(),
                        grants.applications())
                .flatMap(List::stream)
                .toList();
    }

    private List<Grant> deployments() {
        var names = kubernetes.deployments().stream().map(one -> one.name()).toList();
        return List.of(
                grant(
                        "get",
                        Kind.DEPLOYMENT,
                        "",
                        names,
                        "How many replicas each has, and whether all of them are ready."),
                grant(
                        "patch",
                        Kind.DEPLOYMENT,
                        "scale",
                        names,
                        "Stops the application for the window, and starts it again."),
                grant(
                        "list",
                        Kind.POD,
                        "",
                        List.of(),
                        "Stopped means that no pod is left, whatever its name."),
                grant(
                        "get",
                        Kind.POD,
                        "log",
                        List.of(),
                        "Counts errors every day after the cutover."));
    }

    private List<Grant> secrets() {
        var named = kubernetes.access().externalSecrets();
        var all =
                Stream.of(
                        grant(
                                "get",
                                Kind.SECRET,
                                "",
                                List.of(kubernetes.databaseSecret().name()),
                                "Whether it holds the new host."),
                        grant(
                                "list",
                                Kind.EXTERNAL_SECRET,
                                "",
                                List.of(),
                                "Finds every one that reads the application's secret."));
        var refresh =
                grant(
                        "get, patch",
                        Kind.EXTERNAL_SECRET,
                        "",
                        named,
                        "Has the operator write the Secret anew (annotation force-sync).");
        return Stream.concat(all, ifNamed(refresh)).toList();
    }

    private List<Grant> scalers() {
        var named = kubernetes.access().scaledObjects();
        var all =
                Stream.of(
                        grant(
                                "list",
                                Kind.HORIZONTAL_POD_AUTOSCALER,
                                "",
                                List.of(),
                                "Tells of those that scale the application; none is touched."),
                        grant(
                                "list",
                                Kind.SCALED_OBJECT,
                                "",
                                List.of(),
                                "Finds every one that scales the application."));
        // The Kubernetes client reads an object before it patches it.
        var pause =
                grant(
                        "get, patch",
                        Kind.SCALED_OBJECT,
                        "",
                        named,
                        "Pauses KEDA for the window, and lets it go on (annotations).");
        return Stream.concat(all, ifNamed(pause)).toList();
    }

    /// Their names are not in the settings: whichever holds a Deployment is found at work.
    private List<Grant> applications() {
        if (kubernetes.argoCd().isBlank()) {
            return List.of();
        }
        return List.of(
                grant(
                        "get, list, patch",
                        Kind.APPLICATION,
                        "",
                        List.of(),
                        "Finds the Application that holds a Deployment, pauses and restores it."),
                grant(
                        "get",
                        Kind.APPLICATION_SET,
                        "",
                        List.of(),
                        "Whether it would undo that pause."));
    }

    /// A rule without names would be one for all of them.
    private static Stream<Grant> ifNamed(Grant grant) {
        return Stream.of(grant).filter(one -> !one.names().isEmpty());
    }

    private Grant grant(
            String verbs, Kind kind, String subresource, List<String> names, String why) {
        return new Grant(
                List.of(verbs.split(", ", -1)),
                kind.group(),
                kind.plural(),
                subresource,
                names,
                kind.isArgoCds() ? kubernetes.argoCd() : kubernetes.namespace(),
                why);
    }
}
