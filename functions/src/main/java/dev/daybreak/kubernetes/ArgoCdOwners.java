package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who manages an Application and would undo our change to it: an ApplicationSet, or another
/// Application that heals itself ("app of apps").
final class ArgoCdOwners {
    /// An ApplicationSet that never changes what it has made ("Controlling Resource Modification"
    /// in Argo CD's documentation).
    private static final Set<String> LEAVES_ALL_ALONE = Set.of("create-only", "create-delete");

    private static final Set<String> SYNC =
            Set.of(
                    "/spec/syncPolicy",
                    "/spec/syncPolicy/automated",
                    "/spec/syncPolicy/automated/enabled");

    private ArgoCdOwners() {}

    static Optional<String> undoes(JsonNode application, List<JsonNode> all, Namespace namespace) {
        return bySet(application, namespace).or(() -> byParent(application, all, namespace));
    }

    private static Optional<String> bySet(JsonNode application, Namespace namespace) {
        return Fields.items(application.at("/metadata/ownerReferences"))
                .filter(owner -> owner.path("kind").asText().equals(Kind.APPLICATION_SET.title()))
                .map(owner -> owner.path("name").asText())
                .filter(name -> !leavesSyncAlone(name, namespace))
                .map(name -> "ApplicationSet " + name)
                .findFirst();
    }

    private static boolean leavesSyncAlone(String set, Namespace namespace) {
        var found = namespace.find(Kind.APPLICATION_SET, set);
        var sync = found.map(it -> it.at("/spec/syncPolicy/applicationsSync").asText()).orElse("");
        return LEAVES_ALL_ALONE.contains(sync)
                || found.stream().anyMatch(ArgoCdOwners::ignoresSync);
    }

    private static boolean ignoresSync(JsonNode set) {
        return Fields.items(set.at("/spec/ignoreApplicationDifferences"))
                .filter(ignored -> !ignored.hasNonNull("name"))
                .flatMap(ignored -> Fields.items(ignored.path("jsonPointers")))
                .anyMatch(pointer -> SYNC.contains(pointer.asText()));
    }

    private static Optional<String> byParent(
            JsonNode application, List<JsonNode> all, Namespace namespace) {
        var name = application.at("/metadata/name").asText();
        return all.stream()
                .filter(
                        parent ->
                                ArgoCdApplications.holds(
                                        parent, Kind.APPLICATION, namespace.name(), name))
                .filter(ArgoCdApplications::isAutomated)
                .filter(parent -> parent.at("/spec/syncPolicy/automated/selfHeal").asBoolean())
                .map(parent -> "Application " + parent.at("/metadata/name").asText())
                .findFirst();
    }
}
