package dev.daybreak.rehearsal.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The time of this machine. Its pace shortens the pauses in which nothing happens and nothing
/// else: at pace 20 a Wait of 5 seconds takes a quarter of one, while the clock, timeouts and
/// heartbeats keep their real length, because what they measure is real work. A Wait until a
/// timestamp is shortened too: it lasts its share of what is left until then.
public final class RealTime implements Time {
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final double pace;
    private final LinkedBlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
    private final PriorityQueue<Appointment> appointments = new PriorityQueue<>();
    private long made;

    private RealTime(InstantSource clock, double pace) {
        if (!(pace >= 1)) {
            throw new IllegalArgumentException("pace is " + pace + "; it must be 1 or more");
        }
        this.clock = clock;
        this.pace = pace;
    }

    /// @param pace what pauses are divided by; 1 leaves them as they are
    public static RealTime atPace(double pace) {
        return atPace(pace, InstantSource.system());
    }

    /// @param clock one that may be turned forward while nothing is under way
    public static RealTime atPace(double pace, InstantSource clock) {
        return new RealTime(clock, pace);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public synchronized Appointment after(Duration delay, Runnable what) {
        var appointment = new Appointment(instant().plus(delay), made++, what);
        appointments.add(appointment);
        ready.add(RealTime::lookAgain);
        return appointment;
    }

    @Override
    public Appointment pause(Duration pause, Runnable what) {
        return after(Duration.ofNanos((long) (pause.toNanos() / pace)), what);
    }

    @Override
    public void soon(Runnable what) {
        ready.add(what);
    }

    @Override
    public void runUntil(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            nextDue().ifPresentOrElse(Appointment::keep, this::awaitNext);
        }
    }

    private void awaitNext() {
        try {
            var what = ready.poll(untilNext().toNanos(), TimeUnit.NANOSECONDS);
            if (what != null) {
                what.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the next event.", e);
        }
    }

    private synchronized Optional<Appointment> nextDue() {
        var now = instant();
        while (!appointments.isEmpty() && !appointments.element().due().isAfter(now)) {
            var next = appointments.remove();
            if (!next.isOff()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private synchronized Duration untilNext() {
        if (appointments.isEmpty()) {
            return LONGEST_NAP;
        }
        var wait = Duration.between(instant(), appointments.element().due());
        return wait.compareTo(LONGEST_NAP) < 0 ? wait : LONGEST_NAP;
    }

    /// Wakes the thread that waits, so that it looks at the appointments again.
    private static void lookAgain() {}
}
