package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What `$states.context` shows of a stay in a state
/// (https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html).
///
/// @param item `Map.Item`, inside of a Map state
record ContextObject(
        String state,
        Instant entered,
        int retries,
        Optional<String> token,
        Optional<ObjectNode> item) {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// The parts that are the same wherever the execution is.
    static ObjectNode of(Run run) {
        var context = Run.details();
        context.putObject("Execution")
                .put("Id", run.arn())
                .put("Name", run.name())
                .put("RoleArn", run.on().account().roleArn())
                .put("StartTime", SHOWN.format(run.started()))
                .set("Input", run.input());
        context.putObject("StateMachine")
                .put("Id", run.machineArn())
                .put("Name", run.machine().name());
        return context;
    }

    ObjectNode in(Run run) {
        var context = Run.details();
        run.shown().properties().forEach(part -> context.set(part.getKey(), part.getValue()));
        context.putObject("State")
                .put("Name", state)
                .put("EnteredTime", SHOWN.format(entered))
                .put("RetryCount", retries);
        token.ifPresent(text -> context.putObject("Task").put("Token", text));
        item.ifPresent(value -> context.putObject("Map").set("Item", value));
        return context;
    }
}
