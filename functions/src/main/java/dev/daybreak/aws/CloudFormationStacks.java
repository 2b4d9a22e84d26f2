package dev.daybreak.aws;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Stacks;
import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/// CloudFormation stacks made from the Aurora template.
public final class CloudFormationStacks implements Stacks {
    private static final String GONE = "DELETE_COMPLETE";

    private final AwsClients clients;
    private final Template template;
    private final Optional<String> role;

    /// @param role the ARN of the role that CloudFormation takes on; without one it acts as its
    ///   caller
    public CloudFormationStacks(AwsClients clients, Template template, Optional<String> role) {
        this.clients = clients;
        this.template = template;
        this.role = role;
    }

    @Override
    public Optional<Stack> find(String stack) {
        var ask = DescribeStacksRequest.builder().stackName(stack).build();
        return Outcome.of(
                        "describe stack " + stack,
                        () -> clients.cloudFormation.get().describeStacks(ask))
                .ifPresent()
                .flatMap(answer -> answer.stacks().stream().findFirst())
                .filter(one -> !one.stackStatusAsString().equals(GONE))
                .map(this::read);
    }

    @Override
    public void create(StackOrder order) {
        var outcome =
                Outcome.of(
                        "create stack " + order.name(),
                        () -> clients.cloudFormation.get().createStack(request(order)));
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, _) when meaning == Meaning.EXISTS ->
                    mustBeOurs(order);
            case Outcome.Failed<?> failed -> throw failed.fault();
        }
    }

    @Override
    public void delete(String stack) {
        var order = DeleteStackRequest.builder().stackName(stack).build();
        Outcome.of("delete stack " + stack, () -> clients.cloudFormation.get().deleteStack(order))
                .ifPresent();
    }

    /// `DO_NOTHING` keeps what a failed create has made: a rollback would delete the restored
    /// cluster.
    private CreateStackRequest request(StackOrder order) {
        var request =
                CreateStackRequest.builder()
                        .stackName(order.name())
                        .clientRequestToken(order.token())
                        .onFailure(OnFailure.DO_NOTHING)
                        .capabilities(Capability.CAPABILITY_IAM)
                        .parameters(parameters(order.parameters()))
                        .tags(tags(order.tags()));
        template.into(request);
        role.ifPresent(request::roleARN);
        return request.build();
    }

    /// Every event of an operation carries its token, so the stack itself says whose it is
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackEvent.html>).
    private void mustBeOurs(StackOrder order) {
        if (events(order.name()).stream()
                .noneMatch(event -> order.token().equals(event.clientRequestToken()))) {
            throw new Unexpected(
                    ("Stack %s exists already, and another execution made it. Delete it, or give"
                                    + " the target another name.")
                            .formatted(order.name()));
        }
    }

    private List<StackEvent> events(String stack) {
        var ask = DescribeStackEventsRequest.builder().stackName(stack).build();
        return Outcome.of(
                        "read the events of stack " + stack,
                        () ->
                                clients
                                        .cloudFormation
                                        .get()
                                        .describeStackEventsPaginator(ask)
                                        .stackEvents()
                                        .stream()
                                        .toList())
                .orThrow();
    }

    private Stack read(software.amazon.awssdk.services.cloudformation.model.Stack one) {
        var status = one.stackStatusAsString();
        return new Stack(
                one.stackName(),
                status,
                status.endsWith("_FAILED")
                        ? firstFailure(one.stackName())
                        : Optional.ofNullable(one.stackStatusReason()),
                one.outputs().stream()
                        .collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
                one.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    }

    /// A failed stack's own reason only counts the resources that failed; the first event that
    /// failed says why.
    private Optional<String> firstFailure(String stack) {
        return events(stack).stream()
                .filter(event -> event.resourceStatusAsString().endsWith("_FAILED"))
                .filter(event -> event.resourceStatusReason() != null)
                .min(Comparator.comparing(StackEvent::timestamp))
                .map(
                        event ->
                                "%s: %s"
                                        .formatted(
                                                event.logicalResourceId(),
                                                event.resourceStatusReason()));
    }

    private static List<Parameter> parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        one ->
                                Parameter.builder()
                                        .parameterKey(one.getKey())
                                        .parameterValue(one.getValue())
                                        .build())
                .toList();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
