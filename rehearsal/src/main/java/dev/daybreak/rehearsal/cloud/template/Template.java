package dev.daybreak.rehearsal.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.fault.Unexpected;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A template that was read and can be played.
public final class Template {
    private final SortedMap<String, Parameter> parameters;
    private final SortedMap<String, Condition> conditions;
    private final List<Resource> resources;
    private final SortedMap<String, Output> outputs;

    Template(
            SortedMap<String, Parameter> parameters,
            SortedMap<String, Condition> conditions,
            List<Resource> resources,
            SortedMap<String, Output> outputs) {
        this.parameters = Collections.unmodifiableSortedMap(parameters);
        this.conditions = Collections.unmodifiableSortedMap(conditions);
        this.resources = List.copyOf(resources);
        this.outputs = Collections.unmodifiableSortedMap(outputs);
    }

    /// @throws RefusedTemplate where the file says anything that a rehearsal does not play
    public static Template load(Path file) {
        return TemplateLoader.load(file);
    }

    /// The same of a text that was read already.
    ///
    /// @param source what to call it
    public static Template of(String source, JsonNode template) {
        return TemplateLoader.of(source, template);
    }

    /// In the order of their logical ids.
    public List<Resource> resources() {
        return resources;
    }

    /// The names of all its parameters.
    public SortedSet<String> parameters() {
        return new TreeSet<>(parameters.keySet());
    }

    /// The scope of a new stack.
    ///
    /// @param given its parameters
    /// @throws Unexpected as `CreateStack` refuses them, before anything is made
    public Scope open(Map<String, String> given) {
        check(given);
        var values = new TreeMap<String, JsonNode>();
        for (var one : parameters.values()) {
            var value = given.getOrDefault(one.name(), one.defaultValue().orElse(""));
            one.problem(value).ifPresent(Template::refuse);
            values.put(one.name(), one.read(value));
        }
        return new Scope(this, values);
    }

    private void check(Map<String, String> given) {
        var unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(parameters.keySet());
        if (!unknown.isEmpty()) {
            refuse("Parameters: %s do not exist in the template".formatted(unknown));
        }
        var missing = new TreeSet<String>();
        parameters.values().stream()
                .filter(one -> one.defaultValue().isEmpty() && !isGiven(one.name(), given))
                .forEach(one -> missing.add(one.name()));
        if (!missing.isEmpty()) {
            refuse("Parameters: %s must have values".formatted(missing));
        }
    }

    private static boolean isGiven(String name, Map<String, String> given) {
        return !given.getOrDefault(name, "").isBlank();
    }

    private static void refuse(String what) {
        throw new Unexpected("ValidationError: %s.".formatted(what));
    }

    /// What can be made when these are there.
    public List<Resource> ready(Set<String> made) {
        return resources.stream().filter(one -> made.containsAll(one.after())).toList();
    }

    SortedMap<String, Output> outputs() {
        return outputs;
    }

    Condition condition(String name) {
        return Objects.requireNonNull(conditions.get(name), name);
    }
}
