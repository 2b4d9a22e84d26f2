package dev.daybreak.rehearsal.simulation.fault;

/// Where a call was made.
///
/// @param number of all calls of a run, from 1
/// @param workflow `migrate`, …
/// @param state of the workflow
/// @param port the port's simple name, or [#MOMENT] between two statements of one call
/// @param method the port's method
/// @param isFirst whether it is the first call of its function's run
public record Site(
        int number, String workflow, String state, String port, String method, boolean isFirst) {
    static final String MOMENT = "Moment";

    boolean isMoment() {
        return port.equals(MOMENT);
    }

    /// Whether something of this kind can go wrong here. What happens to a function as a whole, or
    /// around it, happens at its first call.
    public boolean takes(Fault fault) {
        return switch (fault) {
            case CallFault.TWICE, CallFault.FUNCTION_BROKEN -> isFirst;
            case CallFault call -> call.fits(this);
            case Mishap _ -> isFirst;
        };
    }

    @Override
    public String toString() {
        return "call %d, %s.%s of %s in %s".formatted(number, port, method, state, workflow);
    }
}
