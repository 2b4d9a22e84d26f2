package dev.daybreak.fault;

/// An answer that Daybreak does not know (a new status, a missing object, a broken document); going
/// on would be a guess, so the workflow stops.
public final class Unexpected extends Fault {
    private static final long serialVersionUID = 1L;

    public Unexpected(String what) {
        super(what);
    }
}
