package dev.daybreak.infra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.infra.NeedsNode;
import dev.daybreak.infra.Synthesized;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Each guard is taken through its fall.
@NeedsNode
class DaybreakGuardsTest {
    @Test
    void whatIsSynthesizedPassesEveryGuard() {
        assertThat(DaybreakGuards.problems(Synthesized.daybreak())).isEmpty();
    }

    @Test
    void findsATopicWithoutEncryption() {
        assertFound(
                template -> first(template, "AWS::SNS::Topic").remove("KmsMasterKeyId"),
                "the topic is not encrypted");
    }

    @Test
    void findsAWildcardWithoutAReason() {
        assertFound(
                template ->
                        Synthesized.resources(template, "AWS::IAM::Role")
                                .values()
                                .forEach(role -> ((ObjectNode) role).remove("Metadata")),
                "a policy allows something on a wildcard, and no reason stands beside it");
    }

    @Test
    void findsAScheduleWithoutADeadLetterQueue() {
        assertFound(
                template ->
                        ((ObjectNode) template.path("Resources"))
                                .putObject("Daily")
                                .put("Type", "AWS::Scheduler::Schedule")
                                .putObject("Properties")
                                .putObject("Target")
                                .put("Arn", "x"),
                "Daily: the schedule has no dead-letter queue");
    }

    @Test
    void findsAnEventRuleWithoutADeadLetterQueue() {
        assertFound(
                template ->
                        ((ObjectNode) first(template, "AWS::Events::Rule").at("/Targets/0"))
                                .remove("DeadLetterConfig"),
                "a target has no dead-letter queue");
    }

    @Test
    void findsAFunctionWithoutAnAlarm() {
        assertFound(
                template ->
                        ((ObjectNode) template.path("Resources"))
                                .remove(
                                        Synthesized.resources(template, "AWS::CloudWatch::Alarm")
                                                .keySet()
                                                .stream()
                                                .filter(id -> id.contains("SwapHostErrors"))
                                                .toList()),
                "no alarm watches the function's Errors");
    }

    @Test
    void findsACallThatGoesPastTheAliases() {
        assertFound(
                template ->
                        ((ObjectNode)
                                        first(template, "AWS::StepFunctions::StateMachine")
                                                .path("DefinitionSubstitutions"))
                                .putObject("FenceFunction")
                                .put("Ref", "FunctionsFence"),
                "FenceFunction is no alias");
    }

    private static void assertFound(Consumer<JsonNode> spoiler, String problem) {
        var template = Synthesized.daybreak();
        spoiler.accept(template);

        assertThat(DaybreakGuards.problems(template))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).contains(problem));
    }

    private static ObjectNode first(JsonNode template, String type) {
        return (ObjectNode)
                Synthesized.resources(template, type).firstEntry().getValue().path("Properties");
    }
}
