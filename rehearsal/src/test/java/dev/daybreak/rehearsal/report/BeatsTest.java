package dev.daybreak.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BeatsTest {
    private static final WritersNow NONE = now(0);

    @Test
    void eachBeatHoldsWhatCameWithinIt() {
        var listening = new Beats.Listening(Stories.BEGIN, NONE);

        listening.heard(Stories.BEGIN.plusMillis(50), now(3));
        listening.heard(Stories.BEGIN.plusMillis(90), now(5));
        listening.heard(Stories.BEGIN.plusMillis(310), now(9));

        assertThat(listening.beats().all())
                .extracting(Beats.Beat::acknowledged)
                .containsExactly(5L, 0L, 0L, 4L);
    }

    @Test
    void aLongRehearsalTakesNoMoreRoomAndLosesNothing() {
        var listening = new Beats.Listening(Stories.BEGIN, NONE);
        for (var tick = 1; tick <= 4 * Beats.BEATS_MAX; tick++) {
            listening.heard(Stories.BEGIN.plus(Beats.FINEST.multipliedBy(tick)), now(tick));
        }

        var beats = listening.beats();
        assertThat(beats.all()).hasSizeLessThanOrEqualTo(Beats.BEATS_MAX);
        assertThat(beats.all().stream().mapToLong(Beats.Beat::acknowledged).sum())
                .isEqualTo(4L * Beats.BEATS_MAX);
    }

    private static WritersNow now(long acknowledged) {
        return new WritersNow(acknowledged, 0, 0, 0, true, Duration.ZERO);
    }
}
