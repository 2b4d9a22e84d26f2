package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// An operator of the JSONPath language's Choice rules. Between values of another type than the
/// operator's it never holds.
public enum Comparison {
    IS_PRESENT(Kind.IS),
    IS_NULL(Kind.IS),
    IS_BOOLEAN(Kind.IS),
    IS_NUMERIC(Kind.IS),
    IS_STRING(Kind.IS),
    IS_TIMESTAMP(Kind.IS),
    STRING_MATCHES(Kind.STRING),
    BOOLEAN_EQUALS(Kind.BOOLEAN),
    STRING_EQUALS(Kind.STRING),
    STRING_LESS_THAN(Kind.STRING),
    STRING_GREATER_THAN(Kind.STRING),
    STRING_LESS_THAN_EQUALS(Kind.STRING),
    STRING_GREATER_THAN_EQUALS(Kind.STRING),
    NUMERIC_EQUALS(Kind.NUMERIC),
    NUMERIC_LESS_THAN(Kind.NUMERIC),
    NUMERIC_GREATER_THAN(Kind.NUMERIC),
    NUMERIC_LESS_THAN_EQUALS(Kind.NUMERIC),
    NUMERIC_GREATER_THAN_EQUALS(Kind.NUMERIC),
    TIMESTAMP_EQUALS(Kind.TIMESTAMP),
    TIMESTAMP_LESS_THAN(Kind.TIMESTAMP),
    TIMESTAMP_GREATER_THAN(Kind.TIMESTAMP),
    TIMESTAMP_LESS_THAN_EQUALS(Kind.TIMESTAMP),
    TIMESTAMP_GREATER_THAN_EQUALS(Kind.TIMESTAMP);

    private enum Kind {
        IS,
        BOOLEAN,
        STRING,
        NUMERIC,
        TIMESTAMP
    }

    private final Kind kind;

    Comparison(Kind kind) {
        this.kind = kind;
    }

    /// Finds an operator by its name in a definition, without the ending `Path`.
    static Optional<Comparison> named(String aslName) {
        for (var comparison : values()) {
            if (comparison.name().replace("_", "").equalsIgnoreCase(aslName)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    boolean holds(JsonNode value, JsonNode other) {
        return switch (this) {
            case IS_PRESENT -> other.booleanValue();
            case IS_NULL -> value.isNull() == other.booleanValue();
            case IS_BOOLEAN -> value.isBoolean() == other.booleanValue();
            case IS_NUMERIC -> value.isNumber() == other.booleanValue();
            case IS_STRING -> value.isTextual() == other.booleanValue();
            case IS_TIMESTAMP -> timestamp(value).isPresent() == other.booleanValue();
            case STRING_MATCHES -> value.isTextual() && matches(value.asText(), other.asText());
            default -> {
                var order = order(value, other);
                yield order.isPresent() && wanted().test(order.getAsInt());
            }
        };
    }

    private IntPredicate wanted() {
        if (name().endsWith("LESS_THAN")) {
            return order -> order < 0;
        }
        if (name().endsWith("GREATER_THAN")) {
            return order -> order > 0;
        }
        if (name().endsWith("LESS_THAN_EQUALS")) {
            return order -> order <= 0;
        }
        return name().endsWith("GREATER_THAN_EQUALS") ? order -> order >= 0 : order -> order == 0;
    }

    private OptionalInt order(JsonNode a, JsonNode b) {
        return switch (kind) {
            case IS -> OptionalInt.empty();
            case BOOLEAN ->
                    a.isBoolean() && b.isBoolean()
                            ? OptionalInt.of(Boolean.compare(a.booleanValue(), b.booleanValue()))
                            : OptionalInt.empty();
            case STRING ->
                    a.isTextual() && b.isTextual()
                            ? OptionalInt.of(a.textValue().compareTo(b.textValue()))
                            : OptionalInt.empty();
            case NUMERIC ->
                    a.isNumber() && b.isNumber()
                            ? OptionalInt.of(a.decimalValue().compareTo(b.decimalValue()))
                            : OptionalInt.empty();
            case TIMESTAMP -> orderOfTimes(timestamp(a), timestamp(b));
        };
    }

    private static OptionalInt orderOfTimes(
            Optional<OffsetDateTime> a, Optional<OffsetDateTime> b) {
        return a.isPresent() && b.isPresent()
                ? OptionalInt.of(
                        Comparator.comparing(OffsetDateTime::toInstant).compare(a.get(), b.get()))
                : OptionalInt.empty();
    }

    private static Optional<OffsetDateTime> timestamp(JsonNode value) {
        try {
            return value.isTextual()
                    ? Optional.of(OffsetDateTime.parse(value.textValue()))
                    : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// `*` stands for any text, and `\\*` for a star.
    private static boolean matches(String text, String wildcards) {
        var pattern = new StringBuilder();
        for (var i = 0; i < wildcards.length(); i++) {
            var c = wildcards.charAt(i);
            if (c == '\\' && i + 1 < wildcards.length()) {
                i++;
                pattern.append(Pattern.quote(wildcards.substring(i, i + 1)));
            } else {
                pattern.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text).matches();
    }
}
