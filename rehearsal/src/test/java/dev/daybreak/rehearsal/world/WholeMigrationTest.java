package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The whole migration, as it should go.
class WholeMigrationTest {
    @Test
    void movesAnApplicationThatNeverStopsWriting() {
        var ended = new Play().run();
        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(ended.states()).contains("RemoveTrial", "SnapshotAgain", "CreateFinalAurora");
        assertThat(ended.endings()).hasSize(1);
    }

    @Test
    void keepsTheFirstClusterWhereNobodyWrote() {
        var ended = new Play().quiet().run();
        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(ended.states()).doesNotContain("SnapshotAgain", "RemoveTrial");
    }
}
