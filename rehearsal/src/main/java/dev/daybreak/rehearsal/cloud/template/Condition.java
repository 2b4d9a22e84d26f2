package dev.daybreak.rehearsal.cloud.template;

/// What a template's condition asks.
sealed interface Condition {
    record Equal(Value left, Value right) implements Condition {}

    record Not(Condition other) implements Condition {}
}
