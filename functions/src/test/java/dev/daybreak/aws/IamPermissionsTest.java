package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IamPermissionsTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:daybreak";
    private static final String SECRET_ROLE = "arn:aws:iam::123456789012:role/path/swap-host";
    private static final String CLOUDFORMATION_ROLE = "arn:aws:iam::123456789012:role/cfn";
    private static final String ALLOWED = "";

    private final Wire wire = new Wire(Optional.empty());

    @BeforeEach
    void beALambda() {
        wire.xml(
                "GetCallerIdentity",
                """
                <GetCallerIdentityResponse><GetCallerIdentityResult>
                  <Arn>arn:aws:sts::123456789012:assumed-role/preflight/session</Arn>
                </GetCallerIdentityResult></GetCallerIdentityResponse>
                """);
        wire.json("DescribeSecret", "{\"ARN\": \"arn:secret-AbCdEf\"}");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void namesWhatIsMissing() {
        wire.xml(
                "SimulatePrincipalPolicy",
                simulated("implicitDeny", "rds:CreateDBSnapshot", ALLOWED),
                simulated("allowed", "rds:CreateDBSnapshot", ALLOWED));
        assertThat(permissions().missing())
                .containsExactly(
                        "rds:CreateDBSnapshot on arn:aws:rds:us-east-1:123456789012:"
                                + "db:mosaic-prod-db for arn:aws:iam::123456789012:role/preflight"
                                + " (implicitDeny)");
    }

    @Test
    void asksEachStepsOwnRoleAboutItsOwnResources() {
        wire.xml("SimulatePrincipalPolicy", simulated("allowed", "x:Y", ALLOWED));
        assertThat(permissions().missing()).isEmpty();
        var asked =
                wire.requests("SimulatePrincipalPolicy").stream()
                        .map(WireRequest::form)
                        .collect(
                                Collectors.groupingBy(
                                        sent -> sent.get("PolicySourceArn"),
                                        Collectors.mapping(
                                                sent -> sent.get("ResourceArns.member.1"),
                                                Collectors.toList())));
        assertThat(asked.get(SECRET_ROLE)).containsExactly("arn:secret-AbCdEf");
        assertThat(asked.get(CLOUDFORMATION_ROLE))
                .containsExactly(
                        "arn:aws:rds:us-east-1:123456789012:cluster:mosaic-prod-aurora",
                        "arn:aws:rds:us-east-1:123456789012:db:mosaic-prod-aurora-writer");
        assertThat(asked.get("arn:aws:iam::123456789012:role/preflight"))
                .contains(
                        TOPIC,
                        CLOUDFORMATION_ROLE,
                        "arn:aws:rds:us-east-1:123456789012:cluster:mosaic-prod-aurora",
                        "arn:aws:rds:us-east-1:123456789012:db:mosaic-prod-aurora-writer");
    }

    @Test
    void tellsOfAConditionThatTheSimulatorCouldNotJudge() {
        wire.xml(
                "SimulatePrincipalPolicy",
                simulated(
                        "implicitDeny",
                        "rds:CreateDBSnapshot",
                        "<MissingContextValues><member>aws:ResourceTag/x</member>"
                                + "</MissingContextValues>"),
                simulated("allowed", "x:Y", ALLOWED));
        assertThat(permissions().missing())
                .singleElement()
                .asString()
                .endsWith("(implicitDeny, condition on aws:ResourceTag/x)");
    }

    @Test
    void saysSoWhenItMayNotEvenAsk() {
        wire.failing("SimulatePrincipalPolicy", 403, "AccessDenied", "no");
        assertThat(permissions().missing())
                .containsExactlyInAnyOrder(
                        unknown(SECRET_ROLE),
                        unknown(CLOUDFORMATION_ROLE),
                        unknown("arn:aws:iam::123456789012:role/preflight"));
    }

    private static String unknown(String role) {
        return "iam:SimulatePrincipalPolicy on %s, so its policies are unknown".formatted(role);
    }

    private IamPermissions permissions() {
        return new IamPermissions(
                wire.clients(),
                new AwsSecrets(wire.clients()),
                ExampleMigration.MIGRATION,
                new IamPermissions.Deployed(
                        TOPIC, Optional.of(CLOUDFORMATION_ROLE), Map.of(Duty.SWAP, SECRET_ROLE)));
    }

    private static String simulated(String decision, String action, String more) {
        return """
        <SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult>
          <IsTruncated>false</IsTruncated><EvaluationResults><member>
            <EvalActionName>%s</EvalActionName><EvalDecision>%s</EvalDecision>%s
          </member></EvaluationResults>
        </SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>
        """
                .formatted(action, decision, more);
    }
}
