package dev.daybreak.kubernetes;

import dev.daybreak.migration.Migration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The RBAC that a person applies once, with `kubectl apply -f`: a Role and its RoleBinding for
/// each namespace, rendered from [Grants]. The same settings give the same bytes.
public final class RbacManifest {
    /// A role's path is no part of what `aws-auth` compares
    /// (<https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html>).
    private static final String PATH_OF_A_ROLE = "(?<=:role/)([^/]+/)+";

    private RbacManifest() {}

    /// The group in Kubernetes that every function's role belongs to: what an EKS access entry
    /// names in `kubernetesGroups`, for example `daybreak:mosaic-prod`.
    public static String group(Migration migration) {
        return "daybreak:" + migration.name();
    }

    /// The manifest, in YAML.
    public static String of(Migration migration) {
        var grants = Grants.of(migration);
        var namespaces = grants.stream().map(Grant::namespace).distinct();
        return head(migration)
                + namespaces
                        .map(one -> role(migration, one, grants) + binding(migration, one))
                        .collect(Collectors.joining());
    }

    /// What a person adds to `mapRoles` of ConfigMap `aws-auth` (namespace `kube-system`) where the
    /// cluster knows IAM roles by it: `kubernetes.access.entry` is `aws-auth`.
    ///
    /// @param roles ARNs of the roles of the functions that speak to Kubernetes
    public static String mapRoles(Migration migration, Collection<String> roles) {
        return roles.stream()
                .map(role -> role.replaceFirst(PATH_OF_A_ROLE, ""))
                .sorted()
                .distinct()
                .map(role -> mapping(role, group(migration)))
                .collect(Collectors.joining());
    }

    private static String mapping(String role, String group) {
        return """
        - rolearn: "%1$s"
          username: "%2$s:{{SessionName}}"
          groups:
            - "%2$s"
        """
                .formatted(role, group);
    }

    private static String head(Migration migration) {
        return """
        # What Daybreak may do in Kubernetes for the migration "%s", and nothing else.
        # Rendered from migration.json: change it there, not here.
        # Once it is over, take it away again with kubectl delete -f.
        """
                .formatted(migration.name());
    }

    private static String role(Migration migration, String namespace, List<Grant> grants) {
        var rules =
                grants.stream()
                        .filter(grant -> grant.namespace().equals(namespace))
                        .map(RbacManifest::rule)
                        .collect(Collectors.joining());
        return """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: "%s"
          namespace: "%s"
        rules:
        %s\
        """
                .formatted(name(migration), namespace, rules);
    }

    private static String binding(Migration migration, String namespace) {
        return """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: "%1$s"
          namespace: "%2$s"
        subjects:
          - apiGroup: rbac.authorization.k8s.io
            kind: Group
            name: "%3$s"
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: "%1$s"
        """
                .formatted(name(migration), namespace, group(migration));
    }

    private static String name(Migration migration) {
        return "daybreak-" + migration.name();
    }

    private static String rule(Grant grant) {
        var part = grant.subresource().isEmpty() ? "" : "/" + grant.subresource();
        var names =
                grant.names().isEmpty()
                        ? ""
                        : "    resourceNames: %s\n".formatted(list(grant.names()));
        return "  # %s\n".formatted(grant.why())
                + "  - apiGroups: %s\n".formatted(list(List.of(grant.group())))
                + "    resources: %s\n".formatted(list(List.of(grant.resource() + part)))
                + names
                + "    verbs: %s\n".formatted(list(grant.verbs()));
    }

    /// Quoted: a name may well look like a number. No form of the settings lets a quotation mark
    /// into a name.
    private static String list(List<String> texts) {
        return texts.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ", "[", "]"));
    }
}
