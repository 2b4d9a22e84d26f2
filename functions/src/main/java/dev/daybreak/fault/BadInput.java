package dev.daybreak.fault;

/// The input of an execution or a step is not what it must be; every problem is listed in the text.
public final class BadInput extends Fault {
    private static final long serialVersionUID = 1L;

    public BadInput(String what) {
        super(what);
    }
}
