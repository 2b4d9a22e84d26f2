package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The variables that a branch sees: its own, which it can set, and those of the states around it,
/// which it can only read.
final class Variables {
    private final Map<String, JsonNode> own = new HashMap<>();
    private final Optional<Variables> around;

    private Variables(Optional<Variables> around) {
        this.around = around;
    }

    static Variables none() {
        return new Variables(Optional.empty());
    }

    Variables inside() {
        return new Variables(Optional.of(this));
    }

    Optional<JsonNode> find(String name) {
        var found = own.get(name);
        if (found != null) {
            return Optional.of(found);
        }
        return around.isPresent() ? around.get().find(name) : Optional.empty();
    }

    void set(String name, JsonNode value) {
        own.put(name, value);
    }
}
