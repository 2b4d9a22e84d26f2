package dev.daybreak.infra.stack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/// Why a rule of cdk-nag does not hold for a resource, written into the template beside it.
final class Reasons {
    private Reasons() {}

    /// @param rule for example `AwsSolutions-IAM5`
    static void accept(IConstruct construct, String rule, List<String> reasons) {
        if (!reasons.isEmpty()) {
            resource(construct)
                    .addMetadata(
                            "cdk_nag",
                            Map.of(
                                    "rules_to_suppress",
                                    List.of(
                                            new TreeMap<>(
                                                    Map.of(
                                                            "id",
                                                            rule,
                                                            "reason",
                                                            String.join("; ", reasons))))));
        }
    }

    private static CfnResource resource(IConstruct construct) {
        return construct instanceof CfnResource itself
                ? itself
                : (CfnResource) construct.getNode().getDefaultChild();
    }
}
