package dev.daybreak.ports;

import java.net.URI;

/// The application's health endpoint.
public interface Application {
    /// What it answered.
    ///
    /// @param status the HTTP status; 0 where nobody answered
    /// @param note why not, for people; blank where it answered
    record Answer(int status, String note) {}

    /// Asks once, with a limit of seconds; an endpoint that does not answer is an answer, not a
    /// fault.
    Answer ask(URI url);
}
