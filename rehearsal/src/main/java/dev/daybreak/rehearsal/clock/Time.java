package dev.daybreak.rehearsal.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// What time it is, and what happens when: one agenda of things to do, worked off by one thread.
///
/// Everything that runs on an agenda runs on the thread that called [#runUntil], one thing after
/// the other, so nothing that lives on it needs a lock.
public sealed interface Time extends InstantSource permits RealTime, VirtualTime {

    @Override
    Instant instant();

    /// Does something after a delay that limits how long something else may take (a timeout, a
    /// heartbeat). Real time never shortens it.
    Appointment after(Duration delay, Runnable what);

    /// Does something after a pause in which nothing happens (a Wait state, a Retry's backoff).
    /// Real time divides it by its pace.
    Appointment pause(Duration pause, Runnable what);

    /// Does something as soon as everything that is due already is done. In real time any thread
    /// may call this.
    void soon(Runnable what);

    /// Works the agenda off until the condition holds; it is looked at after each thing done.
    ///
    /// @throws NothingLeftToDo in virtual time, when the agenda is empty and the condition fails
    void runUntil(BooleanSupplier done);
}
