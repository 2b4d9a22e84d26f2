package dev.daybreak.infra.agreement;

import static dev.daybreak.infra.Synthesized.function;
import static dev.daybreak.infra.Synthesized.functions;
import static dev.daybreak.infra.Synthesized.resources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.infra.NeedsNode;
import dev.daybreak.infra.Synthesized;
import dev.daybreak.rehearsal.lambda.Functions;
import dev.daybreak.runtime.Settings;
import dev.daybreak.runtime.StepHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Promise P10: what is deployed is what was rehearsed.
@NeedsNode
class DeploymentAgreementTest {
    private static final JsonNode TEMPLATE = Synthesized.daybreak();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final int SECONDS_OF_MARGIN = 5;

    static Set<String> steps() {
        return functions(TEMPLATE).keySet();
    }

    @Test
    void everyHandlerIsDeployedAndNothingElse() {
        assertThat(steps()).isEqualTo(Functions.classes().keySet());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aFunctionsHandlerIsAClassOfTheJarThatLambdaCanStart(String step) throws Exception {
        var handler = Class.forName(function(TEMPLATE, step).path("Handler").asText());

        assertThat(handler).isAssignableTo(StepHandler.class);
        assertThat(handler.getConstructor()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theRuntimeIsTheCompilersLevel(String step) throws IOException {
        var pom = Files.readString(Synthesized.REPOSITORY.resolve("pom.xml"));
        var level = pom.replaceFirst("(?s).*<java.release>(\\d+)</java.release>.*", "$1");

        assertThat(function(TEMPLATE, step).path("Runtime").asText()).isEqualTo("java" + level);
        assertThat(function(TEMPLATE, step).at("/Architectures/0").asText()).isEqualTo("arm64");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theHandlersUnderstandTheirEnvironment(String step) {
        var environment = new TreeMap<>(Map.of("AWS_REGION", "us-east-1"));
        function(TEMPLATE, step)
                .at("/Environment/Variables")
                .properties()
                .forEach(one -> environment.put(one.getKey(), resolved(one.getValue())));
        var settings = Settings.from(environment);

        assertThat(settings.migration()).contains("mosaic-prod-aurora");
        assertThat(settings.kept()).containsExactly("Cluster", "Writer");
        assertThat(settings.roles().isEmpty()).isEqualTo(!step.equals("Preflight"));
    }

    static Set<String> machines() throws IOException {
        try (var files = Files.list(Synthesized.REPOSITORY.resolve("statemachine"))) {
            return files.map(file -> file.getFileName().toString().replace(".asl.json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyWorkflowIsDeployedAndNothingElse() throws IOException {
        assertThat(resources(TEMPLATE, "AWS::StepFunctions::StateMachine"))
                .hasSameSizeAs(machines());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theDeployedDefinitionIsTheRehearsedFile(String name) throws IOException {
        assertThat(machine(name).path("DefinitionString").asText())
                .isEqualTo(Files.readString(file(name)));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyPlaceholderIsSubstitutedAndEverySubstitutionUsed(String name) {
        var used =
                PLACEHOLDER
                        .matcher(machine(name).path("DefinitionString").asText())
                        .results()
                        .map(one -> one.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        var substituted = new TreeSet<String>();
        machine(name)
                .path("DefinitionSubstitutions")
                .fieldNames()
                .forEachRemaining(substituted::add);

        assertThat(substituted).isEqualTo(used);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theWorkflowCallsAliasesNeverTheLatestVersion(String name) {
        var aliases = resources(TEMPLATE, "AWS::Lambda::Alias").keySet();
        machine(name)
                .path("DefinitionSubstitutions")
                .properties()
                .forEach(
                        one -> {
                            if (one.getKey().endsWith("Function")) {
                                assertThat(aliases).contains(one.getValue().path("Ref").asText());
                            }
                        });

        assertThat(TEMPLATE.toString().contains("$LATEST")).isFalse();
    }

    /// A function that outlives its state would act when the workflow is somewhere else.
    @ParameterizedTest
    @MethodSource("steps")
    void aFunctionEndsBeforeItsStateStopsWaiting(String step) throws IOException {
        var timeout = function(TEMPLATE, step).path("Timeout").asInt();

        for (var machine : machines()) {
            for (var state : Synthesized.tree(file(machine)).findParents("Arguments")) {
                if (state.at("/Arguments/FunctionName").asText().equals(name(step))
                        && state.path("TimeoutSeconds").isInt()) {
                    assertThat(timeout)
                            .isLessThanOrEqualTo(
                                    state.path("TimeoutSeconds").asInt() - SECONDS_OF_MARGIN);
                }
            }
        }
    }

    @Test
    void noAccountAddressOrSecretIsInTheTemplate() {
        var text = TEMPLATE.toString();

        assertThat(Pattern.compile(":\\d{12}:").matcher(text).find()).isFalse();
        assertThat(text.contains("hooks.slack.com")).isFalse();
    }

    private static String name(String step) {
        return "${%sFunction}".formatted(step);
    }

    private static Path file(String machine) {
        return Synthesized.REPOSITORY.resolve("statemachine/%s.asl.json".formatted(machine));
    }

    private static JsonNode machine(String name) {
        return resources(TEMPLATE, "AWS::StepFunctions::StateMachine").values().stream()
                .map(one -> one.path("Properties"))
                .filter(
                        one ->
                                one.path("StateMachineName")
                                        .asText()
                                        .endsWith("mosaic-prod-" + name))
                .findFirst()
                .orElseThrow();
    }

    /// CloudFormation's references, as what they will be.
    private static String resolved(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.asText();
            case OBJECT ->
                    value.has("Fn::Join")
                            ? value.at("/Fn::Join/1")
                                    .valueStream()
                                    .map(DeploymentAgreementTest::resolved)
                                    .collect(Collectors.joining())
                            : value.has("Fn::Sub")
                                    ? value.path("Fn::Sub")
                                            .asText()
                                            .replaceAll("\\$\\{AWS::\\w+}", "x")
                                    : "arn:aws:x:us-east-1:account:x";
            default -> throw new AssertionError(value.toString());
        };
    }
}
