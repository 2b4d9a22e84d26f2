package dev.daybreak.fault;

/// Something failed that the workflow knows by its class name: Step Functions matches a Java error
/// by the exception's fully qualified name (`ErrorEquals`), so renaming a subclass disables a
/// Retry.
public abstract sealed class Fault extends RuntimeException permits Throttled {
    private static final long serialVersionUID = 1L;

    protected Fault(String what) {
        super(what);
    }
}
