package dev.daybreak.rehearsal.asl;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a state is left: what it hands on, which variables it sets, and where it leads.
///
/// @param next empty where the branch ends here
public record Exit(Optional<Template> output, Map<String, Template> assign, Optional<String> next) {
    List<Edge> edges(String from, Edge.Why why) {
        return next.map(to -> List.of(new Edge(from, to, why))).orElse(List.of());
    }
}
