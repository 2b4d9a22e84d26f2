package dev.daybreak.rehearsal.asl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Loads a Task state.
///
/// @param only refuses fields other than these, by language
record TaskLoader(
        String name,
        Fields fields,
        Language language,
        ExitLoader exits,
        BiConsumer<List<String>, List<String>> only) {
    /// https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
    static final int LONGEST_SECONDS = 99_999_999;

    private static final List<String> JSONATA =
            List.of(
                    "Next",
                    "End",
                    "Assign",
                    "Output",
                    "Arguments",
                    "Resource",
                    "Retry",
                    "Catch",
                    "TimeoutSeconds",
                    "HeartbeatSeconds");
    private static final List<String> JSONPATH =
            List.of(
                    "Next",
                    "End",
                    "Assign",
                    "Parameters",
                    "Resource",
                    "Retry",
                    "Catch",
                    "TimeoutSeconds",
                    "HeartbeatSeconds");
    private static final Set<String> OF_INVOKE = Set.of("FunctionName", "Payload");
    private static final Set<String> OF_PUBLISH =
            Set.of(
                    "TopicArn",
                    "TargetArn",
                    "Message",
                    "Subject",
                    "MessageStructure",
                    "MessageAttributes");

    Optional<State> load() {
        only.accept(JSONATA, JSONPATH);
        var resource = fields.requiredText("Resource").flatMap(this::resource);
        var argumentsField = language == Language.JSONATA ? "Arguments" : "Parameters";
        var arguments = TemplateLoader.field(fields, argumentsField, language);
        resource.ifPresent(r -> checkArguments(r, argumentsField));
        var errors = new ErrorHandlingLoader(fields, language, exits);
        var retry = errors.retry();
        var catchers = errors.catchers();
        var exit = exits.nextOrEnd(fields);
        var timeout = seconds("TimeoutSeconds");
        var heartbeat = seconds("HeartbeatSeconds");
        checkHeartbeat();
        return resource.map(
                r -> new State.Task(name, r, arguments, timeout, heartbeat, retry, catchers, exit));
    }

    private Optional<Resource> resource(String arn) {
        var resource = Resource.of(arn);
        if (resource.isEmpty()) {
            fields.at("Resource").unsupported("the resource " + arn + " is not supported");
        }
        return resource;
    }

    private Optional<Template> seconds(String field) {
        if (fields.get(field).isNumber()) {
            fields.integer(field, 1, 1, LONGEST_SECONDS);
        }
        return TemplateLoader.field(fields, field, language);
    }

    private void checkHeartbeat() {
        var timeout = fields.get("TimeoutSeconds");
        var heartbeat = fields.get("HeartbeatSeconds");
        if (timeout.isInt() && heartbeat.isInt() && heartbeat.intValue() >= timeout.intValue()) {
            fields.at("HeartbeatSeconds").invalid("must be less than TimeoutSeconds");
        }
    }

    private void checkArguments(Resource resource, String field) {
        if (!(resource instanceof Resource.Integration(var service, _, _))) {
            return;
        }
        var arguments = fields.get(field);
        var invokes = service.equals("lambda");
        var needed = invokes ? "FunctionName" : "Message";
        if (TemplateLoader.isQuery(arguments)) {
            return;
        }
        if (!arguments.has(needed) && !arguments.has(needed + ".$")) {
            fields.place().invalid("%s must give a %s".formatted(field, needed));
        }
        for (var argument : arguments.properties()) {
            var plain = argument.getKey().replaceFirst("\\.\\$$", "");
            if (!(invokes ? OF_INVOKE : OF_PUBLISH).contains(plain)) {
                fields.at(field)
                        .at(argument.getKey())
                        .unsupported("the argument " + plain + " is not supported");
            }
        }
    }
}
