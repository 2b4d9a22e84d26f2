package dev.daybreak.infra.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// What must hold for the Daybreak stack whatever is changed in it. Each rule looks at the finished
/// template, so it does not matter which construct broke it.
public final class DaybreakGuards {
    private static final List<Function<JsonNode, Stream<String>>> RULES =
            List.of(
                    DaybreakGuards::topics,
                    DaybreakGuards::policies,
                    DaybreakGuards::schedules,
                    DaybreakGuards::eventRules,
                    DaybreakGuards::functions,
                    DaybreakGuards::aliases);

    private DaybreakGuards() {}

    /// Every problem there is, with the resource's logical id; none where all is well.
    public static List<String> problems(JsonNode template) {
        return RULES.stream().flatMap(rule -> rule.apply(template)).toList();
    }

    private static Stream<String> topics(JsonNode template) {
        return of(template, "AWS::SNS::Topic")
                .filter(topic -> property(topic, "KmsMasterKeyId").isMissingNode())
                .map(topic -> "%s: the topic is not encrypted".formatted(topic.getKey()));
    }

    private static Stream<String> policies(JsonNode template) {
        return Stream.of("AWS::IAM::Role", "AWS::IAM::Policy")
                .flatMap(type -> of(template, type))
                .filter(role -> hasWildcard(role.getValue().path("Properties")))
                .filter(role -> reason(role.getValue()).isBlank())
                .map(
                        role ->
                                "%s: a policy allows something on a wildcard, and no reason stands beside it"
                                        .formatted(role.getKey()));
    }

    private static boolean hasWildcard(JsonNode properties) {
        return properties.findValues("Resource").stream()
                .anyMatch(resource -> resource.toString().contains("*"));
    }

    private static String reason(JsonNode resource) {
        return resource.at("/Metadata/cdk_nag/rules_to_suppress/0/reason").asText();
    }

    private static Stream<String> schedules(JsonNode template) {
        return of(template, "AWS::Scheduler::Schedule")
                .filter(
                        one ->
                                property(one, "Target")
                                        .path("DeadLetterConfig")
                                        .path("Arn")
                                        .isMissingNode())
                .map(one -> "%s: the schedule has no dead-letter queue".formatted(one.getKey()));
    }

    private static Stream<String> eventRules(JsonNode template) {
        return of(template, "AWS::Events::Rule")
                .filter(
                        rule ->
                                property(rule, "Targets")
                                        .valueStream()
                                        .anyMatch(one -> one.path("DeadLetterConfig").isEmpty()))
                .map(rule -> "%s: a target has no dead-letter queue".formatted(rule.getKey()));
    }

    private static Stream<String> functions(JsonNode template) {
        return of(template, "AWS::Lambda::Function")
                .flatMap(
                        function ->
                                Stream.of("Errors", "Throttles")
                                        .filter(
                                                metric ->
                                                        !isWatched(
                                                                template,
                                                                function.getKey(),
                                                                metric))
                                        .map(
                                                metric ->
                                                        "%s: no alarm watches the function's %s"
                                                                .formatted(
                                                                        function.getKey(),
                                                                        metric)));
    }

    private static boolean isWatched(JsonNode template, String function, String metric) {
        return of(template, "AWS::CloudWatch::Alarm")
                .filter(alarm -> property(alarm, "MetricName").asText().equals(metric))
                .filter(alarm -> !property(alarm, "AlarmActions").isEmpty())
                .anyMatch(
                        alarm ->
                                property(alarm, "Dimensions")
                                        .toString()
                                        .contains("{\"Ref\":\"%s\"}".formatted(function)));
    }

    private static Stream<String> aliases(JsonNode template) {
        return of(template, "AWS::StepFunctions::StateMachine")
                .flatMap(
                        machine ->
                                property(machine, "DefinitionSubstitutions").properties().stream()
                                        .filter(one -> one.getKey().endsWith("Function"))
                                        .filter(one -> !isAlias(template, one.getValue()))
                                        .map(
                                                one ->
                                                        "%s: %s is no alias, so an execution could not be redriven with a mended function"
                                                                .formatted(
                                                                        machine.getKey(),
                                                                        one.getKey())));
    }

    private static boolean isAlias(JsonNode template, JsonNode value) {
        var type = template.at("/Resources/%s/Type".formatted(value.path("Ref").asText()));
        return type.asText().equals("AWS::Lambda::Alias");
    }

    private static Stream<Map.Entry<String, JsonNode>> of(JsonNode template, String type) {
        return template.path("Resources").properties().stream()
                .filter(one -> one.getValue().path("Type").asText().equals(type));
    }

    private static JsonNode property(Map.Entry<String, JsonNode> resource, String name) {
        return resource.getValue().path("Properties").path(name);
    }
}
