package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// An error as Step Functions names it, and what a reader is told about it; a Fail state may leave
/// out either.
public record Failure(Optional<String> error, Optional<String> cause) {
    public static final String RUNTIME = "States.Runtime";
    public static final String TIMEOUT = "States.Timeout";
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    public static final String TASK_FAILED = "States.TaskFailed";
    public static final String ALL = "States.ALL";
    public static final String DATA_LIMIT = "States.DataLimitExceeded";
    public static final String QUERY = "States.QueryEvaluationError";
    public static final String NO_CHOICE = "States.NoChoiceMatched";

    public static Failure of(String error, String cause) {
        return new Failure(Optional.of(error), Optional.of(cause));
    }

    public static Failure of(String error) {
        return new Failure(Optional.of(error), Optional.empty());
    }

    /// What Lambda reports when a Java handler throws: the error is the class's name and the cause
    /// a JSON text (https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html).
    public static Failure thrown(Throwable thrown) {
        var type = thrown.getClass().getName();
        var cause = JsonNodeFactory.instance.objectNode();
        cause.put("errorMessage", String.valueOf(thrown.getMessage()));
        cause.put("errorType", type);
        return of(type, cause.toString());
    }

    /// `$states.errorOutput`.
    ObjectNode output() {
        var output = JsonNodeFactory.instance.objectNode();
        error.ifPresent(text -> output.put("Error", text));
        cause.ifPresent(text -> output.put("Cause", text));
        return output;
    }

    /// Whether a Retry or Catch that lists these names is meant.
    boolean isAnyOf(Iterable<String> names) {
        for (var name : names) {
            if (isMeantBy(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeantBy(String name) {
        return switch (name) {
            case ALL -> true;
            case TASK_FAILED -> !isTimeout();
            case TIMEOUT -> isTimeout();
            default -> error.filter(name::equals).isPresent();
        };
    }

    private boolean isTimeout() {
        return error.filter(e -> e.equals(TIMEOUT) || e.equals(HEARTBEAT_TIMEOUT)).isPresent();
    }
}
