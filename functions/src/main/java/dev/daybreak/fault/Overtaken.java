package dev.daybreak.fault;

/// Somebody else changed what we looked at before we could act on it; the step looks again.
public final class Overtaken extends Fault {
    private static final long serialVersionUID = 1L;

    public Overtaken(String what) {
        super(what);
    }
}
