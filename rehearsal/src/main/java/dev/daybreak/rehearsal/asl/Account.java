package dev.daybreak.rehearsal.asl;

/// The names that AWS gives a state machine and its executions, as the context object shows them.
public record Account(String region, String id, String roleArn) {
    /// Stands for no account that exists.
    public static final Account EXAMPLE =
            new Account(
                    "us-east-1", "111111111111", "arn:aws:iam::111111111111:role/state-machine");

    String stateMachineArn(String machine) {
        return "arn:aws:states:%s:%s:stateMachine:%s".formatted(region, id, machine);
    }

    String executionArn(String machine, String execution) {
        return "arn:aws:states:%s:%s:execution:%s:%s".formatted(region, id, machine, execution);
    }
}
