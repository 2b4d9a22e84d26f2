package dev.daybreak.fault;

/// The service asked us to slow down; the same call may be made again, later and less often.
public final class Throttled extends Fault {
    private static final long serialVersionUID = 1L;

    public Throttled(String what) {
        super(what);
    }
}
