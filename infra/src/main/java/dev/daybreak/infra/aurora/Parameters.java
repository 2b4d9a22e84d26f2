package dev.daybreak.infra.aurora;

import dev.daybreak.stack.AuroraParameters;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;

/// The template's parameters.
final class Parameters {
    private final SortedMap<String, CfnParameter> made = new TreeMap<>();
    private final AuroraStack stack;
    private final Map<String, String> defaults;
    private final CfnCondition hasKmsKey;

    Parameters(AuroraStack stack, Origin origin, Map<String, String> defaults) {
        this.stack = stack;
        this.defaults = defaults;
        text(origin.parameter(), origin.description(), origin.pattern());
        text(
                AuroraParameters.CLUSTER,
                "The cluster's identifier; the writer's is this with -writer.",
                "[a-z](-?[a-z0-9]){0,55}");
        text(AuroraParameters.INSTANCE_CLASS, "The writer's class.", "db\\..+");
        text(
                AuroraParameters.ENGINE_VERSION,
                "Of Aurora PostgreSQL: the source's own, or the next one of its major that Aurora has.",
                "[0-9]+\\.[0-9]+");
        typed(AuroraParameters.VPC, "The VPC.", "AWS::EC2::VPC::Id");
        text(
                AuroraParameters.VPC_CIDR,
                "The VPC's range, from which the cluster takes connections.",
                "[0-9.]+/[0-9]+");
        typed(
                AuroraParameters.SUBNETS,
                "Private subnets in at least two availability zones.",
                "List<AWS::EC2::Subnet::Id>");
        add(
                AuroraParameters.DELETION_PROTECTION,
                builder(AuroraParameters.DELETION_PROTECTION, "Whether AWS refuses to delete it.")
                        .allowedValues(List.of("true", "false"))
                        .defaultValue("true"));
        add(
                AuroraParameters.KMS_KEY,
                builder(
                                AuroraParameters.KMS_KEY,
                                "ARN of the key for the storage; empty: the source's own.")
                        .defaultValue(""));
        add(
                AuroraParameters.MONTHLY_COST,
                builder(AuroraParameters.MONTHLY_COST, "What it costs a month, for people.")
                        .defaultValue("not estimated"));
        this.hasKmsKey =
                CfnCondition.Builder.create(stack, "HasKmsKey")
                        .expression(
                                Fn.conditionNot(
                                        Fn.conditionEquals(ref(AuroraParameters.KMS_KEY), "")))
                        .build();
    }

    String ref(String name) {
        return parameter(name).getValueAsString();
    }

    List<String> list(String name) {
        return parameter(name).getValueAsList();
    }

    /// Without a key of its own, a restored cluster keeps its snapshot's.
    String kmsKeyIfAny() {
        return Fn.conditionIf(hasKmsKey.getLogicalId(), ref(AuroraParameters.KMS_KEY), Aws.NO_VALUE)
                .toString();
    }

    private CfnParameter parameter(String name) {
        if (!made.containsKey(name)) {
            throw new IllegalArgumentException("the template has no parameter " + name);
        }
        return made.get(name);
    }

    private void text(String name, String description, String pattern) {
        add(
                name,
                builder(name, description)
                        .allowedPattern("^" + pattern + "$")
                        .constraintDescription("it must match " + pattern));
    }

    private void typed(String name, String description, String type) {
        add(name, builder(name, description).type(type));
    }

    private void add(String name, CfnParameter.Builder builder) {
        made.put(name, withDefault(name, builder).build());
    }

    private CfnParameter.Builder builder(String name, String description) {
        return CfnParameter.Builder.create(stack, name).description(description);
    }

    private CfnParameter.Builder withDefault(String name, CfnParameter.Builder builder) {
        return defaults.containsKey(name) ? builder.defaultValue(defaults.get(name)) : builder;
    }
}
