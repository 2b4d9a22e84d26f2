package dev.daybreak.rehearsal.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.simulation.Runbook.Ending;
import org.junit.jupiter.api.Test;

/// The hand-written runbook is given a fair chance: what it loses is not the simulator's doing.
class RunbookTest {
    private static final int WORLDS = 40;

    private final Runbook runbook = new Runbook(Simulated.workflows());

    @Test
    void losesNothingWhereNothingGoesWrongAndNobodyElseWrites() {
        var row = runbook.quiet(Ending.STAY, false, 1, WORLDS);
        assertThat(row.abandoned()).isLessThan(WORLDS);
        assertThat(row.lostWrites()).isZero();
        assertThat(row.stranded()).isZero();
    }

    @Test
    void losesWhatAStragglerWritesInEachLifeThatItEnds() {
        var row = runbook.quiet(Ending.STAY, true, 1, WORLDS);
        assertThat(row.lostWrites()).isEqualTo(WORLDS - row.abandoned()).isPositive();
    }

    @Test
    void goingBackLosesWhateverWasWrittenOnAurora() {
        var row = runbook.quiet(Ending.GO_BACK, false, 1, WORLDS);
        assertThat(row.lostWrites()).isEqualTo(WORLDS - row.abandoned()).isPositive();
    }

    @Test
    void deletesTheOnlyCopyOfWhatAStragglerWrote() {
        var row = runbook.quiet(Ending.LEAVE, true, 1, WORLDS);
        assertThat(row.deletedTooEarly()).isEqualTo(WORLDS - row.abandoned()).isPositive();
    }
}
