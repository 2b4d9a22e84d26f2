package dev.daybreak.rehearsal.cloud;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/// What the cloud is given from outside.
///
/// @param background runs copies, restores and stops; it must not run them in the caller
/// @param calls stands at every call
public record Surroundings(
        InstantSource clock, Executor background, Calls calls, ServerPark park, Delays delays) {}
