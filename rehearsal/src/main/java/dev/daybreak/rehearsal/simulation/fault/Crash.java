package dev.daybreak.rehearsal.simulation.fault;

/// A function dies: no handler may catch this.
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    private final boolean late;

    Crash(boolean late) {
        super(late ? "the function's time is up" : "the function died");
        this.late = late;
    }

    /// Whether the function's time had to pass before anybody learned of it.
    public boolean isLate() {
        return late;
    }
}
