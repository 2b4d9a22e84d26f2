package dev.daybreak.infra.agreement;

import static dev.daybreak.infra.Synthesized.function;
import static dev.daybreak.infra.Synthesized.functions;
import static dev.daybreak.infra.Synthesized.statements;
import static dev.daybreak.infra.Synthesized.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.infra.NeedsNode;
import dev.daybreak.infra.Synthesized;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each role may do exactly what its handler's code can come to call: neither too much nor too
/// little.
@NeedsNode
class PermissionsAgreementTest {
    private static final JsonNode TEMPLATE = Synthesized.daybreak();

    /// What AWS wants besides the call's own action, because of what is in the call.
    private static final Map<String, Set<String>> IMPLIED =
            Map.of(
                    // with tags, and with the key of a snapshot
                    "rds:CreateDBSnapshot", Set.of("rds:AddTagsToResource"),
                    "rds:RestoreDBInstanceFromDBSnapshot",
                            Set.of(
                                    "rds:AddTagsToResource",
                                    "kms:CreateGrant",
                                    "kms:Decrypt",
                                    "kms:DescribeKey",
                                    "kms:GenerateDataKey"),
                    "secretsmanager:CreateSecret", Set.of("secretsmanager:TagResource"),
                    // with tags, a stack policy, a role and a template in S3
                    "cloudformation:CreateStack",
                            Set.of(
                                    "cloudformation:SetStackPolicy",
                                    "cloudformation:TagResource",
                                    "iam:PassRole",
                                    "s3:GetObject"),
                    // with parameters from Parameter Store
                    "cloudformation:UpdateStack", Set.of("ssm:GetParameters"),
                    // with a key of one's own
                    "secretsmanager:GetSecretValue", Set.of("kms:Decrypt"),
                    "secretsmanager:PutSecretValue", Set.of("kms:Decrypt", "kms:GenerateDataKey"),
                    "sns:Publish", Set.of("kms:Decrypt", "kms:GenerateDataKey"));

    /// Everybody may ask who they are
    /// (<https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>).
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity");

    /// Lambda sends as the function what a function started by a topic failed at.
    private static final Map<String, Set<String>> ASYNCHRONOUS =
            Map.of("NotifySlack", Set.of("sqs:SendMessage"));

    static Set<String> steps() {
        return functions(TEMPLATE).keySet();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aRoleMayDoWhatItsHandlerCalls(String step) {
        var needed = new TreeSet<>(calls(step).actions());
        calls(step).actions().forEach(one -> needed.addAll(IMPLIED.getOrDefault(one, Set.of())));
        needed.addAll(ASYNCHRONOUS.getOrDefault(step, Set.of()));
        needed.removeAll(FREE);

        assertThat(granted(step)).isEqualTo(needed);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void onlyWhoLogsInAsSomebodyMayReadTheirSecret(String step) {
        var logins = "dev.daybreak.runtime.Logins";
        var readable = readable(step);

        assertThat(readable.contains("rds/owner"))
                .as("the owner's")
                .isEqualTo(calls(step).comesTo(logins, "owner"));
        assertThat(readable.contains("daybreak/mosaic-prod/database"))
                .as("Daybreak's own")
                .isEqualTo(calls(step).comesTo(logins, "daybreak"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aWildcardHasItsReasonBesideIt(String step) {
        var role = function(TEMPLATE, step).at("/Role/Fn::GetAtt/0").asText();
        var reasons = TEMPLATE.at("/Resources/" + role + "/Metadata/cdk_nag").toString();
        var wildcards =
                statements(TEMPLATE, function(TEMPLATE, step))
                        .flatMap(one -> texts(one.path("Resource")))
                        .filter(resource -> resource.contains("*"))
                        .toList();

        assertThat(wildcards.isEmpty() || reasons.contains("AwsSolutions-IAM5")).isTrue();
        assertThat(reasons).contains("\"reason\":");
    }

    private static Calls calls(String step) {
        return Calls.of(function(TEMPLATE, step).path("Handler").asText());
    }

    private static SortedSet<String> granted(String step) {
        var granted = new TreeSet<String>();
        statements(TEMPLATE, function(TEMPLATE, step))
                .flatMap(one -> texts(one.path("Action")))
                .map(text -> text.replace("\"", ""))
                .forEach(granted::add);
        return granted;
    }

    private static String readable(String step) {
        return statements(TEMPLATE, function(TEMPLATE, step))
                .filter(one -> one.path("Action").toString().contains("GetSecretValue"))
                .flatMap(one -> Stream.of(one.path("Resource").toString()))
                .reduce("", String::concat);
    }
}
