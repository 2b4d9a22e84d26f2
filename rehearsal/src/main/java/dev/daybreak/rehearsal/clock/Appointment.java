package dev.daybreak.rehearsal.clock;

import java.time.Instant;

/// Something on an agenda that has not happened yet and can still be called off.
public final class Appointment implements Comparable<Appointment> {
    private final Instant due;
    private final long number;
    private final Runnable what;
    private boolean off;

    Appointment(Instant due, long number, Runnable what) {
        this.due = due;
        this.number = number;
        this.what = what;
    }

    /// Takes it off the agenda; to be called on the agenda's own thread.
    public void callOff() {
        off = true;
    }

    boolean isOff() {
        return off;
    }

    Instant due() {
        return due;
    }

    void keep() {
        off = true;
        what.run();
    }

    /// The earlier one first; of two at the same moment the one that was made first.
    @Override
    public int compareTo(Appointment other) {
        var byTime = due.compareTo(other.due);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
