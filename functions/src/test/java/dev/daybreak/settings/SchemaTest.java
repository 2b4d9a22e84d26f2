package dev.daybreak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.settings.MigrationJson.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The schema beside the reader: the same forms and defaults, and a description for everything.
class SchemaTest {
    private static final JsonNode SCHEMA = Documents.tree(Documents.text(Documents.SCHEMA));

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormIsTheSchemas(Form form) {
        var definition = SCHEMA.at("/$defs/" + camel(form));

        assertThat(definition.path("pattern").asText()).isEqualTo(form.pattern());
        assertThat(definition.path("maxLength").asInt()).isEqualTo(form.charactersMax());
        assertThat(form.admits(form.example())).isTrue();
    }

    @Test
    void theSchemaDefinesNoFormMore() {
        var forms = Stream.of(Form.values()).map(SchemaTest::camel);

        assertThat(SCHEMA.path("$defs").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(forms.toList());
    }

    /// Written out, the schema's defaults change nothing.
    @Test
    void theSchemasDefaultsAreTheReaders() {
        var small =
                Documents.exampleWith(
                        "- /approval",
                        "- /onLateWrites",
                        "- /rollback",
                        "- /source/replicaIdentityFull");
        ((ObjectNode) small.path("target")).remove("instanceClass");
        var full = small.deepCopy();
        var written = new ArrayList<String>();
        fields(
                SCHEMA,
                "",
                (pointer, field) -> {
                    var value = field.path("default");
                    if (value.isValueNode()) {
                        Documents.set(full, pointer, value);
                        written.add(pointer);
                    }
                });

        assertThat(written).hasSize(43);
        assertThat(MigrationJson.read(full.toString()))
                .isInstanceOf(Reading.Read.class)
                .isEqualTo(MigrationJson.read(small.toString()));
    }

    @Test
    void everyFieldIsDescribedAndNoObjectTakesUnknownOnes() {
        var faults = new ArrayList<String>();
        fields(
                SCHEMA,
                "",
                (pointer, field) -> {
                    if (field.path("description").asText().isBlank()) {
                        faults.add(pointer + " has no description");
                    }
                });
        for (var type : SCHEMA.findParents("properties")) {
            if (type.path("additionalProperties").asBoolean(true)) {
                faults.add(type.path("description") + " takes unknown fields");
            }
        }

        assertThat(faults).isEmpty();
    }

    private static void fields(JsonNode type, String at, BiConsumer<String, JsonNode> each) {
        type.path("properties")
                .properties()
                .forEach(
                        field -> {
                            var pointer = at + "/" + field.getKey();
                            each.accept(pointer, field.getValue());
                            fields(field.getValue(), pointer, each);
                            fields(field.getValue().path("items"), pointer + "/0", each);
                        });
    }

    private static String camel(Form form) {
        var words = List.of(form.name().toLowerCase(Locale.ROOT).split("_", -1));
        return words.getFirst()
                + words.stream()
                        .skip(1)
                        .map(
                                word ->
                                        word.substring(0, 1).toUpperCase(Locale.ROOT)
                                                + word.substring(1))
                        .collect(Collectors.joining());
    }
}
