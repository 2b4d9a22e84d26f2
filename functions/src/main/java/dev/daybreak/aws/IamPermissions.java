package dev.daybreak.aws;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Permissions;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/// Asks IAM's simulator what the steps' roles may do. It knows identity policies, boundaries and
/// the organization's policies, but not the policies of the resources themselves: a no here may
/// still be a yes, and a yes may still be refused by a secret's own policy
/// (<https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html>).
public final class IamPermissions implements Permissions {
    private final AwsClients clients;
    private final Secrets secrets;
    private final Migration migration;
    private final Deployed deployed;

    public IamPermissions(
            AwsClients clients, Secrets secrets, Migration migration, Deployed deployed) {
        this.clients = clients;
        this.secrets = secrets;
        this.migration = migration;
        this.deployed = deployed;
    }

    /// What is deployed beside the handlers.
    ///
    /// @param cloudFormationRole that CloudFormation takes on, or none
    /// @param roles ARN of the role that has a duty; our own where it is not named
    public record Deployed(
            String topic, Optional<String> cloudFormationRole, Map<Duty, String> roles) {
        public Deployed {
            roles = Map.copyOf(roles);
        }

        Optional<String> role(Duty duty) {
            var named = Optional.ofNullable(roles.get(duty));
            return switch (duty) {
                case BUILD -> named.or(() -> cloudFormationRole).or(() -> role(Duty.AURORA));
                case SNAPSHOT,
                        AURORA,
                        REMOVAL,
                        PASSWORD,
                        REMEMBER,
                        FENCE,
                        ADMIT,
                        LIFT,
                        SWAP,
                        RESTORE,
                        VERIFY,
                        ASK,
                        ANNOUNCE,
                        REPAIR,
                        SLACK ->
                        named;
            };
        }
    }

    @Override
    public List<String> missing() {
        var self =
                Outcome.of("ask who we are", () -> clients.sts.get().getCallerIdentity())
                        .orThrow()
                        .arn();
        var home = home(self);
        var own = roleOf(self);
        return Need.of(migration, home, known(home)).stream()
                .flatMap(need -> missing(need, deployed.role(need.duty()).orElse(own)))
                .distinct()
                .toList();
    }

    private Need.Home home(String self) {
        var parts = parts(self);
        return new Need.Home(parts.get(1), clients.region().id(), parts.get(4));
    }

    private Need.Known known(Need.Home home) {
        Function<String, String> arn =
                secret ->
                        secrets.describe(secret)
                                .map(SecretFacts::arn)
                                .orElseGet(() -> home.arn("secretsmanager", "secret:" + secret));
        return new Need.Known(
                arn.apply(migration.secret().id()),
                arn.apply(migration.source().ownerSecret()),
                deployed.topic(),
                deployed.cloudFormationRole());
    }

    private Stream<String> missing(Need need, String role) {
        var ask =
                SimulatePrincipalPolicyRequest.builder()
                        .policySourceArn(role)
                        .actionNames(need.actions())
                        .resourceArns(need.resource())
                        .build();
        var what = "simulate the policies of " + role;
        return switch (Outcome.of(what, () -> results(ask))) {
            case Outcome.Answered<List<EvaluationResult>>(var results) ->
                    results.stream()
                            .filter(one -> !isAllowed(one))
                            .map(one -> phrase(one, need, role));
            case Outcome.Failed<List<EvaluationResult>>(var meaning, _)
                    when meaning == Meaning.NOT_ALLOWED ->
                    Stream.of(
                            "iam:SimulatePrincipalPolicy on %s, so its policies are unknown"
                                    .formatted(role));
            case Outcome.Failed<List<EvaluationResult>> failed -> throw failed.fault();
        };
    }

    private List<EvaluationResult> results(SimulatePrincipalPolicyRequest ask) {
        var pages = clients.iam.get().simulatePrincipalPolicyPaginator(ask);
        return pages.evaluationResults().stream().toList();
    }

    private static boolean isAllowed(EvaluationResult one) {
        return one.evalDecision() == PolicyEvaluationDecisionType.ALLOWED;
    }

    private static String phrase(EvaluationResult one, Need need, String role) {
        var unknown =
                one.missingContextValues().isEmpty()
                        ? ""
                        : one.missingContextValues().stream()
                                .sorted()
                                .collect(Collectors.joining(", ", ", condition on ", ""));
        return "%s on %s for %s (%s%s)"
                .formatted(
                        one.evalActionName(),
                        need.resource(),
                        role,
                        one.evalDecisionAsString(),
                        unknown);
    }

    /// A Lambda is a session of its role; the simulator wants the role. A session's ARN lacks the
    /// role's path, so a role with a path must be named in `roles`.
    static String roleOf(String caller) {
        var parts = parts(caller);
        var who = List.of(parts.get(5).split("/", -1));
        return who.get(0).equals("assumed-role")
                ? "arn:%s:iam::%s:role/%s".formatted(parts.get(1), parts.get(4), who.get(1))
                : caller;
    }

    /// `arn`, partition, service, region, account, resource.
    private static List<String> parts(String arn) {
        return List.of(arn.split(":", 6));
    }
}
