package dev.daybreak.stack;

import java.util.Map;
import java.util.Optional;

/// A CloudFormation stack.
///
/// @param status CloudFormation's own word, for example `CREATE_COMPLETE`
/// @param reason why it is in that state, where CloudFormation says so
public record Stack(
        String name,
        String status,
        Optional<String> reason,
        Map<String, String> outputs,
        Map<String, String> tags) {
    public Stack {
        outputs = Map.copyOf(outputs);
        tags = Map.copyOf(tags);
    }
}
