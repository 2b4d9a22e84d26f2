package dev.daybreak.rehearsal.cloud.template;

import java.util.Optional;
import java.util.Set;

/// What a stack tells when it is done, and the name under which it exports that.
record Output(Value value, Optional<Value> export) {
    static Output load(Spot spot, ValueLoader values) {
        spot.refuseAllBut(Set.of("Description", "Value", "Export"));
        spot.demand(Set.of("Value"));
        if (!spot.has("Export")) {
            return new Output(values.load(spot.at("Value")), Optional.empty());
        }
        var export = spot.at("Export");
        export.refuseAllBut(Set.of("Name"));
        export.demand(Set.of("Name"));
        return new Output(
                values.load(spot.at("Value")), Optional.of(values.load(export.at("Name"))));
    }
}
