package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Reach;
import dev.daybreak.infra.step.Step;
import dev.daybreak.kubernetes.RbacManifest;
import dev.daybreak.migration.Migration;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.eks.CfnAccessEntry;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// Lets the roles of those functions that speak to Kubernetes into the EKS cluster, as members of
/// one group; what that group may do, the RBAC manifest says.
final class KubernetesAccess extends Construct {
    private final Migration migration;

    KubernetesAccess(Construct scope, Migration migration, List<Step> steps, Functions functions) {
        super(scope, "KubernetesAccess");
        this.migration = migration;
        var speaking =
                steps.stream()
                        .filter(step -> step.reaches().contains(Reach.KUBERNETES))
                        .map(Step::name)
                        .toList();
        switch (migration.kubernetes().access().entry()) {
            case ACCESS_ENTRY -> speaking.forEach(step -> admit(step, functions.role(step)));
            case AWS_AUTH -> name(speaking.stream().map(functions::role).toList());
        }
    }

    private void admit(String step, Role role) {
        CfnAccessEntry.Builder.create(this, step)
                .clusterName(migration.kubernetes().cluster())
                .principalArn(role.getRoleArn())
                .kubernetesGroups(List.of(RbacManifest.group(migration)))
                .type("STANDARD")
                .build();
    }

    /// Their ARNs are known when they are made: a person takes them from the stack's outputs.
    private void name(List<Role> roles) {
        CfnOutput.Builder.create(this, "RolesForAwsAuth")
                .description(
                        "For mapRoles in ConfigMap aws-auth, each with group "
                                + RbacManifest.group(migration))
                .value(Fn.join(" ", roles.stream().map(Role::getRoleArn).toList()))
                .build();
    }
}
