package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// One call that a Task state makes to the world outside.
public sealed interface TaskCall {
    Origin origin();

    /// Invokes a Lambda function; what it returns is the payload alone, without the envelope that
    /// `lambda:invoke` adds.
    ///
    /// @param function the name or ARN, as the state gives it
    record Invoke(String function, JsonNode payload, Origin origin) implements TaskCall {}

    /// Publishes on an SNS topic; the answer is the API's (`{"MessageId": …}`).
    record Publish(JsonNode arguments, Origin origin) implements TaskCall {}

    /// Who calls.
    ///
    /// @param attempt 0 for the first call, then one more with each retry
    /// @param token what the world answers with, where the state waits for a callback
    record Origin(String execution, String state, int attempt, Optional<String> token) {}
}
