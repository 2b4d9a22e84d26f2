package dev.daybreak.rehearsal.simulation.fault;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// What a saboteur may still do: the call itself, faults and all.
final class RealCall implements Tampering.Real {
    private final Boundary boundary;
    private final String port;
    private final Object target;
    private final Method method;
    private final Object @Nullable [] arguments;

    RealCall(
            Boundary boundary,
            String port,
            Object target,
            Method method,
            Object @Nullable [] arguments) {
        this.boundary = boundary;
        this.port = port;
        this.target = target;
        this.method = method;
        this.arguments = arguments;
    }

    @Override
    public @Nullable Object call() throws Throwable {
        return boundary.called(port, target, method, arguments);
    }

    @Override
    public @Nullable Object call(Object... others) throws Throwable {
        return boundary.called(port, target, method, others);
    }
}
