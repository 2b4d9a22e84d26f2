package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What each type of state does.
final class Work {
    private Work() {}

    /// @throws QueryFailed when an expression of the state can't be evaluated
    static void begin(Visit visit, State state) {
        switch (state) {
            case State.Pass pass -> pass(visit, pass);
            case State.Succeed succeed ->
                    visit.leave(succeed.exit(), visit.bindings(), visit.input());
            case State.Choice choice -> choose(visit, choice);
            case State.Wait wait -> pause(visit, wait);
            case State.Fail fail -> fail(visit, fail);
            case State.Task task -> new TaskAttempt(visit, task).begin();
            case State.Parallel parallel -> branch(visit, parallel);
            case State.ForEach forEach -> iterate(visit, forEach);
        }
    }

    private static void pass(Visit visit, State.Pass pass) {
        var bindings = visit.bindings();
        var output = pass.result().map(result -> result.render(bindings)).orElse(visit.input());
        visit.leave(pass.exit(), bindings, output);
    }

    private static void choose(Visit visit, State.Choice choice) {
        var bindings = visit.bindings();
        for (var rule : choice.rules()) {
            if (rule.condition().holds(bindings)) {
                visit.leave(rule.exit(), bindings, visit.input());
                return;
            }
        }
        if (choice.otherwise().isPresent()) {
            visit.leave(choice.otherwise().get(), bindings, visit.input());
            return;
        }
        var cause =
                "No rule of the state '%s' holds and it has no Default.".formatted(choice.name());
        visit.fail(Failure.of(Failure.NO_CHOICE, cause));
    }

    private static void pause(Visit visit, State.Wait wait) {
        var pause = length(visit, wait);
        Runnable leave =
                () -> visit.orFail(() -> visit.leave(wait.exit(), visit.bindings(), visit.input()));
        var end = visit.run().time().pause(pause, leave);
        visit.activity(_ -> end.callOff());
    }

    private static Duration length(Visit visit, State.Wait wait) {
        return switch (wait.unit()) {
            case SECONDS -> {
                var number = Typed.number(wait.value(), visit.bindings(), "Seconds");
                if (number < 0) {
                    throw QueryFailed.at(
                            "Seconds", "The Seconds field must not be negative: " + number);
                }
                yield seconds(number);
            }
            case TIMESTAMP -> {
                var text = Typed.text(wait.value(), visit.bindings(), "Timestamp");
                try {
                    var until = OffsetDateTime.parse(text).toInstant();
                    yield Duration.between(visit.run().time().instant(), until);
                } catch (DateTimeParseException _) {
                    throw QueryFailed.at(
                            "Timestamp",
                            "The Timestamp field cannot be parsed as an ISO-8601 extended offset"
                                    + " date-time format string: "
                                    + text);
                }
            }
        };
    }

    static Duration seconds(double number) {
        return Duration.ofMillis(Math.round(number * 1000));
    }

    private static void fail(Visit visit, State.Fail fail) {
        var bindings = visit.bindings();
        visit.fail(
                new Failure(
                        fail.error().map(error -> Typed.text(error, bindings, "Error")),
                        fail.cause().map(cause -> Typed.text(cause, bindings, "Cause"))));
    }

    private static void branch(Visit visit, State.Parallel parallel) {
        var bindings = visit.bindings();
        JsonNode input =
                parallel.arguments().map(args -> args.render(bindings)).orElse(visit.input());
        var members = new ArrayList<Group.Member>();
        for (var branch : parallel.inside()) {
            members.add(new Group.Member(branch, input, Optional.empty()));
        }
        new Group(visit, parallel.exit(), Group.Kind.BRANCHES, members, members.size()).begin();
    }

    private static void iterate(Visit visit, State.ForEach forEach) {
        var bindings = visit.bindings();
        var items = items(visit, forEach, bindings);
        var atOnce =
                forEach.maxConcurrency()
                        .map(max -> (int) Typed.number(max, bindings, "MaxConcurrency"))
                        .filter(max -> max > 0)
                        .orElse(items.size());
        forEach.limits().forEach(limit -> Typed.number(limit, bindings, "ToleratedFailure"));
        var members = members(visit, forEach, items);
        new Group(visit, forEach.exit(), Group.Kind.ITERATIONS, members, atOnce).begin();
    }

    private static JsonNode items(Visit visit, State.ForEach forEach, Bindings bindings) {
        if (forEach.items().isPresent()) {
            return Typed.array(forEach.items().get(), bindings, "Items");
        }
        if (!visit.input().isArray()) {
            throw QueryFailed.at("", "Map state input must be an array but was: " + visit.input());
        }
        return visit.input();
    }

    private static List<Group.Member> members(Visit visit, State.ForEach forEach, JsonNode items) {
        var members = new ArrayList<Group.Member>();
        for (var value : items) {
            ObjectNode item = Run.details().put("Index", members.size()).set("Value", value);
            var input =
                    forEach.selector()
                            .map(selector -> selector.render(visit.bindings(Optional.of(item))))
                            .orElse(value);
            members.add(new Group.Member(forEach.processor(), input, Optional.of(item)));
        }
        return members;
    }
}
