package dev.daybreak.rehearsal.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// Time that stands still while something is done and then jumps to the next appointment. The same
/// things done in the same order happen at the same moments, run after run.
///
/// One thread owns it; no other may touch it.
public final class VirtualTime implements Time {
    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Appointment> appointments = new PriorityQueue<>();
    private Instant now;
    private long made;

    private VirtualTime(Instant start) {
        this.now = start;
    }

    public static VirtualTime startingAt(Instant start) {
        return new VirtualTime(start);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Appointment after(Duration delay, Runnable what) {
        var due = delay.isNegative() ? now : now.plus(delay);
        var appointment = new Appointment(due, made++, what);
        appointments.add(appointment);
        return appointment;
    }

    @Override
    public Appointment pause(Duration pause, Runnable what) {
        return after(pause, what);
    }

    @Override
    public void soon(Runnable what) {
        ready.add(what);
    }

    @Override
    public void runUntil(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (!step()) {
                throw new NothingLeftToDo();
            }
        }
    }

    /// Does the next thing; false when there is nothing left to do.
    public boolean step() {
        if (!ready.isEmpty()) {
            ready.remove().run();
            return true;
        }
        while (!appointments.isEmpty()) {
            var next = appointments.remove();
            if (!next.isOff()) {
                now = next.due();
                next.keep();
                return true;
            }
        }
        return false;
    }
}
