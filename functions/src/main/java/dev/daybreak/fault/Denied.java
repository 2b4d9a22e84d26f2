package dev.daybreak.fault;

/// We are not allowed to do this; trying again does not help, a person must grant it.
public final class Denied extends Fault {
    private static final long serialVersionUID = 1L;

    public Denied(String what) {
        super(what);
    }
}
