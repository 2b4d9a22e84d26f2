package dev.daybreak.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.runtime.Json;
import dev.daybreak.secret.SecretFields;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A secret's text to fields and back, without harm: order, types and nulls stay. No fault quotes
/// the text.
final class SecretText {
    /// Unlike the steps' answers, a field that is null is written.
    private static final JsonMapper MAPPER =
            Json.MAPPER
                    .rebuild()
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
                    .build();

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
            new TypeReference<>() {};

    private SecretText() {}

    /// @param text empty where the secret is binary
    static SecretFields read(String secret, Optional<String> text) {
        var json =
                text.orElseThrow(
                        () -> new Unexpected("Secret %s is binary, no JSON.".formatted(secret)));
        try {
            return Optional.ofNullable(MAPPER.readValue(json, FIELDS))
                    .map(SecretFields::new)
                    .orElseThrow(() -> noObject(secret));
        } catch (JacksonException _) {
            throw noObject(secret);
        }
    }

    static String write(String secret, SecretFields fields) {
        try {
            return MAPPER.writeValueAsString(fields.fields());
        } catch (JacksonException _) {
            throw new Unexpected("Secret %s cannot be written as JSON.".formatted(secret));
        }
    }

    private static Unexpected noObject(String secret) {
        return new Unexpected(
                "The value of secret %s is no JSON object with fields of different names."
                        .formatted(secret));
    }
}
