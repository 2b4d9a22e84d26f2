package dev.daybreak.aws;

import dev.daybreak.ports.Executions;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// Executions of the state machines. AWS forgets one 90 days after it ended
/// (<https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html>).
public final class SfnExecutions implements Executions {
    private final AwsClients clients;

    public SfnExecutions(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public boolean isRunning(String execution) {
        var ask = DescribeExecutionRequest.builder().executionArn(execution).build();
        return Outcome.of(
                        "describe execution " + execution,
                        () -> clients.sfn.get().describeExecution(ask))
                .ifPresent()
                .filter(
                        one ->
                                one.status() == ExecutionStatus.RUNNING
                                        || one.status() == ExecutionStatus.PENDING_REDRIVE)
                .isPresent();
    }
}
