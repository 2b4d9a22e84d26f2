package dev.daybreak.fault;

/// The other side did not answer, or answered with an error of its own (5xx, a lost connection, a
/// time-out); whether the call took effect is unknown, and the step is run again.
public final class Unavailable extends Fault {
    private static final long serialVersionUID = 1L;

    public Unavailable(String what) {
        super(what);
    }
}
