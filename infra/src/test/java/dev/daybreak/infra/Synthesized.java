package dev.daybreak.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.infra.guard.Merged;
import dev.daybreak.migration.Migration;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.App;

/// What is deployed for the example with every setting that is optional, synthesized once for all
/// tests.
public final class Synthesized {
    public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    public static final Layout LAYOUT = new Layout(REPOSITORY);
    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Path SETTINGS = written();
    private static final Path FOLDER = scratch();
    private static final JsonNode DAYBREAK = merged();

    private Synthesized() {}

    /// The templates of all of Daybreak's stacks, as if they were one.
    public static JsonNode daybreak() {
        return DAYBREAK.deepCopy();
    }

    /// Where it was synthesized to.
    public static Path folder() {
        return FOLDER;
    }

    public static Path settings() {
        return SETTINGS;
    }

    public static Migration migration() {
        return switch (MigrationJson.read(SETTINGS)) {
            case Reading.Read(var migration) -> migration;
            case Reading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    /// The app, stated and not yet synthesized.
    public static App stated(Path folder) {
        var app = Synthesis.app(folder);
        var choices = Choices.of(LAYOUT, app, "-c", "settings=" + SETTINGS);
        new Synthesis(LAYOUT, choices, migration(), Optional.empty()).into(app);
        return app;
    }

    /// Synthesizes anew.
    public static void into(Path folder) {
        stated(folder).synth();
    }

    /// The file of each stack's template.
    public static List<Path> templates() {
        return Stream.of("", "-after")
                .map("daybreak-mosaic-prod%s.template.json"::formatted)
                .map(FOLDER::resolve)
                .toList();
    }

    private static JsonNode merged() {
        into(FOLDER);
        return Merged.of(templates().stream().map(Synthesized::tree).toList());
    }

    /// The shipped example, with every optional setting set.
    private static Path written() {
        try {
            var text = Files.readString(REPOSITORY.resolve("migration.json"));
            var settings = (ObjectNode) JSON.readTree(text);
            settings.withObject("/source").put("ownerSecret", "mosaic/prod/rds/owner");
            settings.withObject("/network/securityGroups")
                    .put("database", "sg-01234567")
                    .put("kubernetes", "sg-12345678");
            settings.withObject("/alerts").put("slackWebhook", "daybreak/slack");
            settings.withObject("/kubernetes").put("argoCd", "argocd");
            settings.withObject("/decommission")
                    .put("remove", "stack")
                    .put("oldStack", "mosaic-prod-data")
                    .put("applicationRole", "mosaic-prod-core-api");
            settings.withObject("/health").put("url", "https://api.example.com:8443/health");
            return Files.writeString(scratch().resolve("migration.json"), settings.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Path scratch() {
        try {
            return Files.createTempDirectory("daybreak-synth");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The template's resources of one type, by their logical ids.
    public static SortedMap<String, JsonNode> resources(JsonNode template, String type) {
        var found = new TreeMap<String, JsonNode>();
        template.path("Resources").properties().stream()
                .filter(one -> one.getValue().path("Type").asText().equals(type))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /// The functions by the names of their steps.
    public static SortedMap<String, JsonNode> functions(JsonNode template) {
        var found = new TreeMap<String, JsonNode>();
        resources(template, "AWS::Lambda::Function")
                .values()
                .forEach(one -> found.put(step(one), one.path("Properties")));
        return found;
    }

    public static JsonNode function(JsonNode template, String step) {
        return Optional.ofNullable(functions(template).get(step)).orElseThrow();
    }

    private static String step(JsonNode function) {
        var handler = function.at("/Properties/Handler").asText();
        return handler.substring(handler.lastIndexOf('.') + 1).replaceFirst("Handler$", "");
    }

    /// What a function's role is allowed for its step.
    public static Stream<JsonNode> statements(JsonNode template, JsonNode function) {
        var role = function.at("/Role/Fn::GetAtt/0").asText();
        return template.at("/Resources/" + role + "/Properties/Policies")
                .valueStream()
                .filter(policy -> policy.path("PolicyName").asText().equals("Step"))
                .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream());
    }

    /// A text or a list of them.
    public static Stream<String> texts(JsonNode one) {
        return one.isArray()
                ? one.valueStream().map(JsonNode::toString)
                : Stream.of(one.toString());
    }
}
