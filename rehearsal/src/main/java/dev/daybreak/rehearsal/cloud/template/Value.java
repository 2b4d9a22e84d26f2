package dev.daybreak.rehearsal.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;

/// What stands where CloudFormation expects a value.
sealed interface Value {
    /// A text, a number, true or false.
    record Literal(JsonNode node) implements Value {}

    record Items(List<Value> all) implements Value {}

    record Fields(SortedMap<String, Value> all) implements Value {}

    /// As if the property were not there.
    record None() implements Value {}

    record ParameterRef(String name) implements Value {}

    record ResourceRef(String resource) implements Value {}

    record Attribute(String resource, String name) implements Value {}

    /// The parts of an `Fn::Sub`, joined by nothing, or of an `Fn::Join`.
    record Joined(String by, Value items) implements Value {}

    record Split(String at, Value text) implements Value {}

    record Selected(int index, Value items) implements Value {}

    record Either(String condition, Value then, Value otherwise) implements Value {}
}
