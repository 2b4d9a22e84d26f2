package dev.daybreak.rehearsal.asl;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Loads one state of any type.
final class StateLoader {
    private static final int LONGEST_NAME = 80;

    private final GraphLoader graph;
    private final String name;
    private final Fields fields;
    private final Language language;
    private final ExitLoader exits;

    private StateLoader(GraphLoader graph, Set<String> siblings, String name, Fields fields) {
        this.graph = graph;
        this.name = name;
        this.fields = fields;
        this.language = Language.of(fields, graph.language());
        this.exits = new ExitLoader(siblings, language);
    }

    static Optional<State> load(
            GraphLoader graph, Set<String> siblings, String name, Fields fields) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            fields.place().invalid("a state's name has 1 to 80 characters");
        }
        var type = fields.requiredText("Type");
        return type.flatMap(t -> new StateLoader(graph, siblings, name, fields).load(t));
    }

    private Optional<State> load(String type) {
        return switch (type) {
            case "Pass" -> Optional.of(pass());
            case "Task" -> new TaskLoader(name, fields, language, exits, this::only).load();
            case "Choice" -> Optional.of(choice());
            case "Wait" -> waiting();
            case "Parallel" -> Optional.of(parallel());
            case "Map" -> forEach();
            case "Succeed" -> Optional.of(succeed());
            case "Fail" -> Optional.of(fail());
            default -> {
                fields.at("Type").invalid("there is no type '" + type + "'");
                yield Optional.empty();
            }
        };
    }

    /// Refuses every field that is not among these or those that all states have.
    private void only(List<String> jsonata, List<String> jsonPath) {
        var known = new HashSet<>(Set.of("Type", "Comment", "QueryLanguage"));
        known.addAll(language == Language.JSONATA ? jsonata : jsonPath);
        fields.refuseAllBut(known, language);
    }

    private Optional<Template> value(String field) {
        return TemplateLoader.field(fields, field, language);
    }

    private Optional<Template> arguments() {
        return value(language == Language.JSONATA ? "Arguments" : "Parameters");
    }

    private State pass() {
        only(
                List.of("Next", "End", "Assign", "Output"),
                List.of("Next", "End", "Assign", "Result", "Parameters"));
        var result =
                fields.has("Result")
                        ? Optional.<Template>of(new Template.Literal(fields.get("Result")))
                        : value("Parameters");
        return new State.Pass(
                name,
                language == Language.JSONPATH ? result : Optional.empty(),
                exits.nextOrEnd(fields));
    }

    private State choice() {
        only(
                List.of("Choices", "Default", "Assign", "Output"),
                List.of("Choices", "Default", "Assign"));
        var rules = new ArrayList<State.Choice.Rule>();
        for (var rule : fields.objects("Choices")) {
            new ConditionLoader(language).rule(rule, exits).ifPresent(rules::add);
        }
        if (!fields.get("Choices").isArray() || fields.get("Choices").isEmpty()) {
            fields.place().invalid("must have Choices, at least one");
        }
        var otherwise =
                fields.has("Default")
                        ? Optional.of(exits.exit(fields, exits.next(fields, "Default")))
                        : Optional.<Exit>empty();
        return new State.Choice(name, List.copyOf(rules), otherwise);
    }

    private Optional<State> waiting() {
        only(
                List.of("Next", "End", "Assign", "Output", "Seconds", "Timestamp"),
                List.of("Next", "End", "Assign", "Seconds", "Timestamp"));
        var exit = exits.nextOrEnd(fields);
        var unsupported = fields.has("SecondsPath") || fields.has("TimestampPath");
        if (fields.has("Seconds") == fields.has("Timestamp") && !unsupported) {
            fields.place().invalid("must have either Seconds or Timestamp");
        }
        return seconds(exit).or(() -> timestamp(exit));
    }

    private Optional<State> seconds(Exit exit) {
        if (fields.get("Seconds").isNumber()) {
            fields.integer("Seconds", 0, 0, TaskLoader.LONGEST_SECONDS);
        }
        return value("Seconds")
                .map(value -> new State.Wait(name, State.Wait.Unit.SECONDS, value, exit));
    }

    private Optional<State> timestamp(Exit exit) {
        var value = fields.get("Timestamp");
        if (fields.has("Timestamp") && !TemplateLoader.isQuery(value)) {
            try {
                OffsetDateTime.parse(value.asText());
            } catch (DateTimeParseException _) {
                fields.at("Timestamp").invalid("'" + value.asText() + "' is no RFC 3339 timestamp");
            }
        }
        return value("Timestamp")
                .map(time -> new State.Wait(name, State.Wait.Unit.TIMESTAMP, time, exit));
    }

    private State parallel() {
        only(
                List.of(
                        "Next",
                        "End",
                        "Assign",
                        "Output",
                        "Arguments",
                        "Branches",
                        "Retry",
                        "Catch"),
                List.of("Next", "End", "Assign", "Parameters", "Branches", "Retry", "Catch"));
        var branches = new ArrayList<StateGraph>();
        for (var branch : fields.objects("Branches")) {
            branch.refuseAllBut(Set.of("StartAt", "States", "Comment"), language);
            inner().load(branch).ifPresent(branches::add);
        }
        if (!fields.get("Branches").isArray() || fields.get("Branches").isEmpty()) {
            fields.place().invalid("must have Branches, at least one");
        }
        var errors = new ErrorHandlingLoader(fields, language, exits);
        return new State.Parallel(
                name,
                arguments(),
                List.copyOf(branches),
                errors.retry(),
                errors.catchers(),
                exits.nextOrEnd(fields));
    }

    private GraphLoader inner() {
        return new GraphLoader(graph.language(), graph.names());
    }

    private Optional<State> forEach() {
        return new ForEachLoader(name, fields, language, exits, inner(), this::only).load();
    }

    private State succeed() {
        only(List.of("Output"), List.of());
        return new State.Succeed(name, exits.exit(fields, Optional.empty()));
    }

    private State fail() {
        only(List.of("Error", "Cause"), List.of("Error", "Cause"));
        return new State.Fail(name, value("Error"), value("Cause"));
    }
}
