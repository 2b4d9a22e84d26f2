package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Reach;
import dev.daybreak.infra.step.Step;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes.Access.Entry;
import java.util.List;
import software.amazon.awscdk.services.eks.CfnAccessEntry;
import software.constructs.Construct;

/// Lets the roles of those functions that speak to Kubernetes into the EKS cluster, as members of
/// one group; what that group may do, the RBAC manifest says.
final class KubernetesAccess extends Construct {
    KubernetesAccess(Construct scope, Migration migration, List<Step> steps, Functions functions) {
        super(scope, "KubernetesAccess");
        if (migration.kubernetes().access().entry() == Entry.ACCESS_ENTRY) {
            steps.stream()
                    .filter(step -> step.reaches().contains(Reach.KUBERNETES))
                    .forEach(
                            step ->
                                    CfnAccessEntry.Builder.create(this, step.name())
                                            .clusterName(migration.kubernetes().cluster())
                                            .principalArn(functions.role(step.name()).getRoleArn())
                                            .kubernetesGroups(List.of(group(migration)))
                                            .type("STANDARD")
                                            .build());
        }
    }

    static String group(Migration migration) {
        return "daybreak:" + migration.name();
    }
}
