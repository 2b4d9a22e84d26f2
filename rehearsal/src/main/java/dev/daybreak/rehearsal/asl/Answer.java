package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;

/// Where a task's end is told. Only the first call counts, and none does once the state has timed
/// out or the execution is over. In real time any thread may call it.
public interface Answer {
    void succeed(JsonNode output);

    void fail(Failure failure);

    default void fail(String error, String cause) {
        fail(Failure.of(error, cause));
    }
}
