package dev.daybreak.aws;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.stack.ImportOrder;
import dev.daybreak.stack.ImportPlan;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceToImport;

/// Change sets of type `IMPORT`.
final class ChangeSets {
    private final AwsClients clients;

    ChangeSets(AwsClients clients) {
        this.clients = clients;
    }

    /// @param unchanged the stack's parameters
    void plan(ImportOrder order, List<Parameter> unchanged) {
        var request =
                CreateChangeSetRequest.builder()
                        .stackName(order.stack())
                        .changeSetName(order.changeSet())
                        .changeSetType(ChangeSetType.IMPORT)
                        .templateBody(order.template())
                        .parameters(unchanged)
                        .capabilities(CloudFormationChanges.ALL)
                        .resourcesToImport(
                                order.imported().stream().map(ChangeSets::imported).toList())
                        .build();
        Outcome.of(
                        "plan an import into stack " + order.stack(),
                        () -> clients.cloudFormation.get().createChangeSet(request))
                .isNew();
    }

    private static ResourceToImport imported(ImportOrder.Imported one) {
        return ResourceToImport.builder()
                .logicalResourceId(one.logicalId())
                .resourceType(one.type())
                .resourceIdentifier(one.identifier())
                .build();
    }

    Optional<ImportPlan> look(String stack, String changeSet) {
        var ask =
                DescribeChangeSetRequest.builder()
                        .stackName(stack)
                        .changeSetName(changeSet)
                        .build();
        return Outcome.of(
                        "describe change set " + changeSet,
                        () -> clients.cloudFormation.get().describeChangeSet(ask))
                .ifPresent()
                .map(ChangeSets::plan);
    }

    /// A long one comes in pages, and one that is read in part may not be executed.
    private static ImportPlan plan(DescribeChangeSetResponse one) {
        if (one.nextToken() != null) {
            throw new Unexpected(
                    "Change set %s is too long for an import.".formatted(one.changeSetName()));
        }
        return new ImportPlan(
                one.statusAsString(),
                Optional.ofNullable(one.statusReason()).orElse(""),
                one.changes().stream().map(change -> change(change.resourceChange())).toList());
    }

    private static ImportPlan.Change change(ResourceChange one) {
        return new ImportPlan.Change(
                one.actionAsString(),
                Optional.ofNullable(one.replacementAsString()).orElse(""),
                one.logicalResourceId(),
                one.resourceType());
    }

    void execute(String stack, String changeSet) {
        var order =
                ExecuteChangeSetRequest.builder()
                        .stackName(stack)
                        .changeSetName(changeSet)
                        .clientRequestToken(changeSet)
                        .build();
        Outcome.of(
                        "execute change set " + changeSet,
                        () -> clients.cloudFormation.get().executeChangeSet(order))
                .orThrow();
    }

    void discard(String stack, String changeSet) {
        var order =
                DeleteChangeSetRequest.builder().stackName(stack).changeSetName(changeSet).build();
        Outcome.of(
                        "discard change set " + changeSet,
                        () -> clients.cloudFormation.get().deleteChangeSet(order))
                .ifPresent();
    }
}
