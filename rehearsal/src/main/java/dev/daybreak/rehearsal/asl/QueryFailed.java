package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;

/// A value that a state needs could not be made from its input and the variables.
final class QueryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String location;

    private QueryFailed(String error, String location, String what) {
        super(what, null, false, false);
        this.error = error;
        this.location = location;
    }

    /// @param location the field, as in the history event: `Output/error`; empty for none
    static QueryFailed at(String location, String what) {
        return new QueryFailed(Failure.QUERY, location, what);
    }

    static QueryFailed of(Expression expression, String location, String what) {
        return at(
                location,
                "The JSONata expression '%s' specified for the field '%s' %s"
                        .formatted(expression.text(), location, what));
    }

    /// JSONPath states fail for good where a path leads nowhere.
    static QueryFailed noSuchPath(String path, String field, JsonNode input) {
        return new QueryFailed(
                Failure.RUNTIME,
                "",
                ("The JSONPath '%s' specified for the field '%s' could not be found in the input"
                                + " '%s'")
                        .formatted(path, field, input));
    }

    boolean isFinal() {
        return error.equals(Failure.RUNTIME);
    }

    String location() {
        return location;
    }

    /// In the words of Step Functions.
    Failure failure(String state, long enteredEventId) {
        return Failure.of(
                error,
                "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                        .formatted(state, enteredEventId, getMessage()));
    }
}
