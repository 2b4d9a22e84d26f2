package dev.daybreak.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// Who manages an Application and would undo our change to it: an ApplicationSet, or another
/// Application that heals itself ("app of apps").
final class ArgoCdOwners {
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
        return namespace.find(Kind.APPLICATION_SET, set).stream()
                .flatMap(found -> Fields.items(found.at("/spec/ignoreApplicationDifferences")))
                .filter(ignored -> !ignored.hasNonNull("name"))
                .flatMap(ignored -> Fields.items(ignored.path("jsonPointers")))
                .anyMatch(pointer -> "/spec/syncPolicy/automated".startsWith(pointer.asText()));
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
