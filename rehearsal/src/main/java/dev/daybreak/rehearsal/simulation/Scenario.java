package dev.daybreak.rehearsal.simulation;

/// Which life is simulated.
public enum Scenario {
    /// The move, and one day.
    MOVE(1),
    /// The move of an application that nobody uses at night, and one day.
    SLEEP(1),
    /// The move, days of validation, and the way back.
    GO_BACK(3),
    /// The move, and the way back after somebody has stopped the old instance.
    WAKE(1),
    /// The move, green days, and the old instance is taken away.
    LEAVE(90);

    private final int days;

    Scenario(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    /// Whether nobody writes while the application is moved.
    boolean sleeps() {
        return this == SLEEP;
    }

    boolean goesBackOn(int day) {
        return (this == GO_BACK || this == WAKE) && day == days;
    }

    /// Whether the old instance is stopped by hand before the way back.
    boolean stops() {
        return this == WAKE;
    }

    boolean leaves() {
        return this == LEAVE;
    }
}
