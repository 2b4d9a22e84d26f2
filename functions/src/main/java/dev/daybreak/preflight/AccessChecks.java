package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;

import dev.daybreak.preflight.Sight.Workload;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is asked about Daybreak's own permissions. In Kubernetes they go by name, so that whatever
/// the settings do not name cannot be touched, though it stands in the way.
final class AccessChecks {
    static final List<Check> ALL =
            List.of(
                    Check.always(
                            "permissions",
                            "May Daybreak do what the cutover needs?",
                            sight -> sight.missingPermissions().judge(AccessChecks::permissions)),
                    Check.always(
                            "external-secrets-named",
                            "Do the settings name every ExternalSecret that reads the secret?",
                            sight ->
                                    sight.externalSecrets()
                                            .judge(found -> externalSecrets(sight, found))),
                    Check.always(
                            "scaled-objects-named",
                            "Do the settings name every ScaledObject over the Deployments?",
                            sight ->
                                    sight.workloads().judge(found -> scaledObjects(sight, found))));

    private AccessChecks() {}

    private static Verdict permissions(List<String> missing) {
        return missing.isEmpty()
                ? pass()
                : refuse("Daybreak may not %s.".formatted(Words.some(missing)), "Grant it.");
    }

    private static Verdict externalSecrets(Sight sight, List<ExternalSecret> found) {
        return named(
                "ExternalSecret",
                "externalSecrets",
                sight.migration().kubernetes().access().externalSecrets(),
                found.stream().map(ExternalSecret::name).toList());
    }

    private static Verdict scaledObjects(Sight sight, List<Workload> found) {
        return named(
                "ScaledObject",
                "scaledObjects",
                sight.migration().kubernetes().access().scaledObjects(),
                found.stream()
                        .flatMap(one -> one.scalers().stream())
                        .filter(one -> one.kind() == Scaler.Kind.KEDA)
                        .map(Scaler::name)
                        .distinct()
                        .toList());
    }

    private static Verdict named(
            String kind, String field, List<String> named, List<String> found) {
        var unnamed = found.stream().filter(Predicate.not(named::contains)).toList();
        return unnamed.isEmpty()
                ? pass()
                : refuse(
                        "Daybreak may not touch what the settings do not name: %s %s."
                                .formatted(kind, Words.some(unnamed)),
                        "Write \"%s\": [%s] into kubernetes.access of migration.json, deploy it and apply the RBAC manifest again."
                                .formatted(field, quoted(named, unnamed)));
    }

    private static String quoted(List<String> named, List<String> unnamed) {
        return Stream.concat(named.stream(), unnamed.stream())
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", "));
    }
}
