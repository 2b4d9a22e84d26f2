package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/// How the history tells of a task: a function that is called by its own ARN has events of its own.
record TaskEvents(
        Resource resource,
        EventType scheduled,
        EventType started,
        EventType succeeded,
        EventType failed,
        EventType timedOut) {
    static TaskEvents of(Resource resource) {
        return switch (resource) {
            case Resource.Function _ ->
                    new TaskEvents(
                            resource,
                            EventType.LAMBDA_FUNCTION_SCHEDULED,
                            EventType.LAMBDA_FUNCTION_STARTED,
                            EventType.LAMBDA_FUNCTION_SUCCEEDED,
                            EventType.LAMBDA_FUNCTION_FAILED,
                            EventType.LAMBDA_FUNCTION_TIMED_OUT);
            case Resource.Integration _ ->
                    new TaskEvents(
                            resource,
                            EventType.TASK_SCHEDULED,
                            EventType.TASK_STARTED,
                            EventType.TASK_SUCCEEDED,
                            EventType.TASK_FAILED,
                            EventType.TASK_TIMED_OUT);
        };
    }

    ObjectNode call(JsonNode arguments, Optional<Duration> limit, Optional<Duration> heartbeat) {
        var details =
                switch (resource) {
                    case Resource.Function(var arn) ->
                            Run.details().put("resource", arn).<ObjectNode>set("input", arguments);
                    case Resource.Integration _ ->
                            described().<ObjectNode>set("parameters", arguments);
                };
        limit.ifPresent(length -> details.put("timeoutInSeconds", length.toSeconds()));
        heartbeat.ifPresent(length -> details.put("heartbeatInSeconds", length.toSeconds()));
        return details;
    }

    /// What every later event of a service integration says.
    ObjectNode described() {
        return switch (resource) {
            case Resource.Function _ -> Run.details();
            case Resource.Integration integration ->
                    Run.details()
                            .put("resource", integration.shownAction())
                            .put("resourceType", integration.service());
        };
    }

    /// What the state gets for an answer.
    JsonNode result(JsonNode answer) {
        return resource instanceof Resource.Integration(var service, _, _)
                        && service.equals("lambda")
                ? LambdaPayload.answered(answer)
                : answer;
    }

    String tooLarge() {
        return StateEvents.tooLarge(
                switch (resource) {
                    case Resource.Function(var arn) -> arn;
                    case Resource.Integration(var service, _, _) -> service;
                });
    }
}
