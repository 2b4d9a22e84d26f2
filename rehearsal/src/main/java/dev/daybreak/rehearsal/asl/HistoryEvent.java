package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// One entry of an execution's history, as `GetExecutionHistory` shows it.
///
/// @param id 1, 2, 3 … in the order in which things happened
/// @param previousEventId the event before it on the same branch; 0 for the first
/// @param details the fields of the API's `…EventDetails`, flattened, with JSON texts parsed
public record HistoryEvent(
        long id, long previousEventId, Instant timestamp, EventType type, ObjectNode details) {

    /// The state that the event is about, or nothing where the event does not name one.
    public String state() {
        return details.path("name").asText();
    }

    /// One line of a transcript: the same event gives the same bytes.
    public String line() {
        return id + " " + previousEventId + " " + timestamp + " " + type + " " + details;
    }
}
