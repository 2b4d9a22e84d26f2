package dev.daybreak.aws;

import dev.daybreak.ports.StackChanges;
import dev.daybreak.stack.ImportOrder;
import dev.daybreak.stack.ImportPlan;
import dev.daybreak.stack.StackResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/// What stacks are made of, and changes to them.
public final class CloudFormationChanges implements StackChanges {
    /// CloudFormation has no code of its own for it
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html>).
    private static final String NOTHING_TO_DO = "No updates are to be performed";

    static final List<Capability> ALL =
            List.of(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM);

    private final AwsClients clients;
    private final ChangeSets changeSets;

    public CloudFormationChanges(AwsClients clients) {
        this.clients = clients;
        this.changeSets = new ChangeSets(clients);
    }

    @Override
    public String template(String stack) {
        var ask =
                GetTemplateRequest.builder()
                        .stackName(stack)
                        .templateStage(TemplateStage.ORIGINAL)
                        .build();
        return Outcome.of(
                        "read the template of stack " + stack,
                        () -> clients.cloudFormation.get().getTemplate(ask))
                .orThrow()
                .templateBody();
    }

    @Override
    public List<StackResource> resources(String stack) {
        var ask = ListStackResourcesRequest.builder().stackName(stack).build();
        return Outcome.of(
                        "list the resources of stack " + stack,
                        () ->
                                clients
                                        .cloudFormation
                                        .get()
                                        .listStackResourcesPaginator(ask)
                                        .stackResourceSummaries()
                                        .stream()
                                        .map(CloudFormationChanges::resource)
                                        .toList())
                .orThrow();
    }

    private static StackResource resource(StackResourceSummary one) {
        return new StackResource(
                one.logicalResourceId(),
                one.resourceType(),
                Optional.ofNullable(one.physicalResourceId()).orElse(""));
    }

    @Override
    public Map<String, String> parameters(String stack) {
        var ask = DescribeStacksRequest.builder().stackName(stack).build();
        return Outcome.of(
                        "describe stack " + stack,
                        () -> clients.cloudFormation.get().describeStacks(ask))
                .orThrow()
                .stacks()
                .stream()
                .flatMap(one -> one.parameters().stream())
                .collect(
                        Collectors.toMap(
                                Parameter::parameterKey,
                                one -> Optional.ofNullable(one.parameterValue()).orElse("")));
    }

    @Override
    public void update(String stack, String template, String token) {
        var order =
                UpdateStackRequest.builder()
                        .stackName(stack)
                        .templateBody(template)
                        .parameters(unchanged(stack))
                        .capabilities(ALL)
                        .clientRequestToken(token)
                        .build();
        var outcome =
                Outcome.of(
                        "update stack " + stack,
                        () -> clients.cloudFormation.get().updateStack(order));
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, var fault)
                    when meaning == Meaning.EXISTS
                            || String.valueOf(fault.getMessage()).contains(NOTHING_TO_DO) -> {}
            case Outcome.Failed<?> failed -> throw failed.fault();
        }
    }

    private List<Parameter> unchanged(String stack) {
        return parameters(stack).keySet().stream()
                .sorted()
                .map(key -> Parameter.builder().parameterKey(key).usePreviousValue(true).build())
                .toList();
    }

    @Override
    public void plan(ImportOrder order) {
        changeSets.plan(order, unchanged(order.stack()));
    }

    @Override
    public Optional<ImportPlan> look(String stack, String changeSet) {
        return changeSets.look(stack, changeSet);
    }

    @Override
    public void execute(String stack, String changeSet) {
        changeSets.execute(stack, changeSet);
    }

    @Override
    public void discard(String stack, String changeSet) {
        changeSets.discard(stack, changeSet);
    }
}
