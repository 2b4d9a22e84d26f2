package dev.daybreak.rehearsal.simulation.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody changed what a handler does with a port: the code as it must not be.
@FunctionalInterface
public interface Tampering {
    /// Every call is what it is.
    Tampering NONE = (_, real) -> real.call();

    /// The call as the handler makes it.
    ///
    /// @param name `Port.method`
    record Asked(String name, String state, List<Object> arguments) {}

    /// The call as it reaches the world, through every fault.
    interface Real {
        @Nullable Object call() throws Throwable;

        /// The same with other arguments.
        @Nullable Object call(Object... arguments) throws Throwable;
    }

    /// What the handler gets for an answer.
    @Nullable Object instead(Asked asked, Real real) throws Throwable;
}
