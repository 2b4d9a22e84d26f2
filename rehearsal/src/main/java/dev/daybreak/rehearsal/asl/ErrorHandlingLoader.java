package dev.daybreak.rehearsal.asl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Loads the Retry and the Catch of a state.
record ErrorHandlingLoader(Fields state, Language language, ExitLoader exits) {
    private static final int LONGEST_DELAY = 31_622_400;
    private static final Set<String> OF_RETRY =
            Set.of(
                    "ErrorEquals",
                    "Comment",
                    "IntervalSeconds",
                    "MaxAttempts",
                    "BackoffRate",
                    "MaxDelaySeconds",
                    "JitterStrategy");

    /// The names that the language itself gives errors; no other may start with `States.`
    /// (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html).
    private static final Set<String> RESERVED =
            Set.of(
                    Failure.ALL,
                    Failure.TIMEOUT,
                    Failure.HEARTBEAT_TIMEOUT,
                    Failure.TASK_FAILED,
                    Failure.RUNTIME,
                    Failure.DATA_LIMIT,
                    Failure.QUERY,
                    Failure.NO_CHOICE,
                    "States.Permissions",
                    "States.ResultPathMatchFailure",
                    "States.ParameterPathFailure",
                    "States.BranchFailed",
                    "States.IntrinsicFailure",
                    "States.ExceedToleratedFailureThreshold",
                    "States.ItemReaderFailed",
                    "States.ResultWriterFailed");

    List<Retrier> retry() {
        var retriers = new ArrayList<Retrier>();
        var fields = state.objects("Retry");
        for (var retrier : fields) {
            retrier.refuseAllBut(OF_RETRY, Language.JSONATA);
            retriers.add(retrier(retrier, errors(retrier, retrier.equals(fields.getLast()))));
        }
        return List.copyOf(retriers);
    }

    private static Retrier retrier(Fields retrier, List<String> errors) {
        var interval = retrier.integer("IntervalSeconds", 1, 1, TaskLoader.LONGEST_SECONDS);
        var delay = retrier.integer("MaxDelaySeconds", 0, 1, LONGEST_DELAY - 1);
        if (delay != 0 && delay <= interval) {
            retrier.at("MaxDelaySeconds").invalid("must be more than IntervalSeconds");
        }
        return new Retrier(
                errors,
                Duration.ofSeconds(interval),
                retrier.integer("MaxAttempts", 3, 0, TaskLoader.LONGEST_SECONDS),
                backoffRate(retrier),
                delay == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(delay)),
                fullJitter(retrier));
    }

    private static double backoffRate(Fields retrier) {
        var rate = retrier.get("BackoffRate");
        if (retrier.has("BackoffRate") && !(rate.isNumber() && rate.doubleValue() >= 1)) {
            retrier.at("BackoffRate").invalid("must be a number of 1 or more");
        }
        return rate.asDouble(2);
    }

    private static boolean fullJitter(Fields retrier) {
        var strategy = retrier.text("JitterStrategy").orElse("NONE");
        if (!strategy.equals("FULL") && !strategy.equals("NONE")) {
            retrier.at("JitterStrategy").invalid("must be FULL or NONE");
        }
        return strategy.equals("FULL");
    }

    List<Catcher> catchers() {
        var catchers = new ArrayList<Catcher>();
        var fields = state.objects("Catch");
        for (var catcher : fields) {
            catcher.refuseAllBut(
                    language == Language.JSONATA
                            ? Set.of("ErrorEquals", "Comment", "Next", "Assign", "Output")
                            : Set.of("ErrorEquals", "Comment", "Next", "Assign"),
                    language);
            var errors = errors(catcher, catcher.equals(fields.getLast()));
            catchers.add(new Catcher(errors, exits.next(catcher)));
        }
        return List.copyOf(catchers);
    }

    private static List<String> errors(Fields fields, boolean isLast) {
        var place = fields.at("ErrorEquals");
        var errors = new ArrayList<String>();
        for (var name : fields.get("ErrorEquals")) {
            if (!name.isTextual()) {
                place.at(errors.size()).invalid("must be a text");
            }
            if (name.asText().startsWith("States.") && !RESERVED.contains(name.asText())) {
                place.at(errors.size()).invalid("there is no error " + name.asText());
            }
            errors.add(name.asText());
        }
        if (errors.isEmpty()) {
            place.invalid("must name at least one error");
        }
        if (errors.contains(Failure.ALL) && errors.size() > 1) {
            place.invalid("States.ALL must stand alone");
        }
        if (errors.contains(Failure.ALL) && !isLast) {
            place.invalid("States.ALL must come last");
        }
        return errors;
    }
}
