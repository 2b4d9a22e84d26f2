package dev.daybreak.fault;

/// Something failed that the workflow knows by its class: Step Functions matches a Java error by
/// the exception's fully qualified name (`ErrorEquals`), so renaming a subclass disables a Retry.
/// The text is read by people at night: what failed, on what, and never a password. Causes are not
/// kept: a driver's own message may quote what it was given.
public abstract sealed class Fault extends RuntimeException
        permits Throttled, Unavailable, Overtaken, Denied, Unexpected, BadInput {
    private static final long serialVersionUID = 1L;

    protected Fault(String what) {
        super(what);
    }
}
