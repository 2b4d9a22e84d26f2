package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The fields of one JSON object of a definition; what doesn't fit becomes a problem.
record Fields(JsonNode object, Place place) {
    /// Fields of the language that this interpreter doesn't run.
    private static final Set<String> OF_JSONPATH =
            Set.of(
                    "InputPath",
                    "OutputPath",
                    "ResultPath",
                    "ResultSelector",
                    "ItemsPath",
                    "SecondsPath",
                    "TimestampPath",
                    "TimeoutSecondsPath",
                    "HeartbeatSecondsPath",
                    "ErrorPath",
                    "CausePath",
                    "MaxConcurrencyPath",
                    "ToleratedFailureCountPath",
                    "ToleratedFailurePercentagePath");

    private static final Set<String> OF_BOTH =
            Set.of("Credentials", "ItemReader", "ItemBatcher", "ResultWriter", "Label");

    static Optional<Fields> of(JsonNode node, Place place) {
        if (!node.isObject()) {
            place.invalid("must be an object");
            return Optional.empty();
        }
        return Optional.of(new Fields(node, place));
    }

    void refuseAllBut(Set<String> known, Language language) {
        object.fieldNames().forEachRemaining(name -> refuse(name, known, language));
    }

    private void refuse(String name, Set<String> known, Language language) {
        if (known.contains(name)) {
            return;
        }
        if (OF_BOTH.contains(name)
                || (language == Language.JSONPATH && OF_JSONPATH.contains(name))) {
            place.at(name).unsupported("the field " + name + " is not supported");
        } else {
            place.at(name).invalid("a field " + name + " does not belong here");
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    JsonNode get(String name) {
        return object.path(name);
    }

    Place at(String name) {
        return place.at(name);
    }

    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!get(name).isTextual()) {
            at(name).invalid("must be a text");
            return Optional.empty();
        }
        return Optional.of(get(name).textValue());
    }

    Optional<String> requiredText(String name) {
        if (!has(name)) {
            place.invalid("the field " + name + " is missing");
        }
        return text(name);
    }

    Optional<Fields> requiredObject(String name) {
        if (!has(name)) {
            place.invalid("the field " + name + " is missing");
            return Optional.empty();
        }
        return of(get(name), at(name));
    }

    /// The elements of an array, each with its place; none where there is no such field.
    List<Fields> objects(String name) {
        var found = new ArrayList<Fields>();
        if (has(name) && !get(name).isArray()) {
            at(name).invalid("must be an array");
        }
        for (var element : get(name)) {
            var index = found.size();
            of(element, at(name).at(index)).ifPresent(found::add);
        }
        return found;
    }

    /// A whole number within limits, or the default where there is none.
    int integer(String name, int otherwise, int min, int max) {
        if (!has(name)) {
            return otherwise;
        }
        var value = get(name);
        if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
            at(name).invalid(
                            "must be a whole number from %d to %d, not %s"
                                    .formatted(min, max, value));
            return otherwise;
        }
        return value.intValue();
    }
}
