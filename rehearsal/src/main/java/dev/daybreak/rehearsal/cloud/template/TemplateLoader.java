package dev.daybreak.rehearsal.cloud.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Reads a template, and refuses all that a rehearsal does not know at once.
final class TemplateLoader {
    private static final Set<String> SECTIONS =
            Set.of("Description", "Parameters", "Conditions", "Resources", "Outputs");

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private TemplateLoader() {}

    static Template load(Path file) {
        try {
            return of(file.toString(), STRICT.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            throw new RefusedTemplate(
                    file.toString(), List.of("/: is no JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The template %s can't be read".formatted(file), e);
        }
    }

    static Template of(String source, JsonNode text) {
        var root = Spot.root(text);
        root.refuseAllBut(SECTIONS);
        root.demand(Set.of("Resources"));
        var values = new ValueLoader(Names.of(root));
        var parameters = new TreeMap<String, Parameter>();
        for (var one : root.at("Parameters").fields()) {
            parameters.put(one.getKey(), Parameter.load(one.getKey(), one.getValue()));
        }
        var conditions = new TreeMap<String, Condition>();
        for (var one : root.at("Conditions").fields()) {
            conditions.put(one.getKey(), values.condition(one.getValue()));
        }
        var resources = new TreeMap<String, Resource>();
        for (var one : root.at("Resources").fields()) {
            Resource.load(one.getKey(), one.getValue(), values)
                    .ifPresent(resource -> resources.put(one.getKey(), resource));
        }
        var outputs = new TreeMap<String, Output>();
        for (var one : root.at("Outputs").fields()) {
            outputs.put(one.getKey(), Output.load(one.getValue(), values));
        }
        var loaded = List.copyOf(resources.values());
        checkNumbers(root.at("Resources"), loaded);
        checkOrder(root.at("Resources"), loaded);
        if (!root.problems().isEmpty()) {
            throw new RefusedTemplate(source, root.problems());
        }
        return new Template(parameters, conditions, loaded, outputs);
    }

    /// A rehearsal has one cluster with one instance, its writer.
    private static void checkNumbers(Spot spot, List<Resource> resources) {
        for (var type : List.of(ResourceType.CLUSTER, ResourceType.INSTANCE)) {
            var number = resources.stream().filter(one -> one.type() == type).count();
            if (number != 1) {
                spot.problem("a rehearsal plays one %s, not %d".formatted(type.awsName(), number));
            }
        }
    }

    private static void checkOrder(Spot spot, List<Resource> resources) {
        var placed = new HashSet<String>();
        var waiting = new ArrayList<>(resources);
        while (waiting.removeIf(one -> placed.containsAll(one.after()) && placed.add(one.id()))) {
            // Another round: what waited for these may go now.
        }
        if (!waiting.isEmpty()) {
            spot.problem(
                    "%s wait for each other"
                            .formatted(waiting.stream().map(Resource::id).toList()));
        }
    }
}
