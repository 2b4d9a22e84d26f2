package dev.daybreak.rehearsal.writers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Timeline timeline = new Timeline();

    @Test
    void measuresTheDowntimeAsItWasFelt() {
        acknowledge(0, 20, 40, 1_540, 1_560, 1_900);
        assertThat(timeline.longest()).contains(new Gap(moment(40), moment(1_540)));
        assertThat(timeline.longest().map(Gap::length)).contains(Duration.ofMillis(1_500));
        assertThat(timeline.gaps()).hasSize(2);
    }

    @Test
    void findsTheWritesAroundAMoment() {
        acknowledge(0, 20, 40, 1_540, 1_560);
        assertThat(timeline.lastUpTo(moment(700))).contains(moment(40));
        assertThat(timeline.firstAfter(moment(700))).contains(moment(1_540));
        assertThat(timeline.lastUpTo(moment(9_999))).contains(moment(1_560));
        assertThat(timeline.firstAfter(moment(-5))).contains(moment(0));
        assertThat(timeline.firstAfter(moment(1_560))).isEmpty();
        assertThat(timeline.lastUpTo(moment(-5))).isEmpty();
    }

    @Test
    void staysSmallAndKeepsTheLongGaps() {
        for (var i = 0; i < 20_000; i++) {
            acknowledge(i * 150);
        }
        acknowledge(20_000 * 150 + 5_000, 20_000 * 150 + 5_200);
        assertThat(timeline.gaps()).hasSizeLessThan(5_000);
        assertThat(timeline.longest().map(Gap::length)).contains(Duration.ofMillis(5_150));
        assertThat(timeline.gaps()).contains(timeline.longest().orElseThrow());
    }

    private void acknowledge(int... millis) {
        for (var at : millis) {
            timeline.acknowledged(moment(at));
        }
    }

    private static Moment moment(int millis) {
        return new Moment(Instant.ofEpochMilli(millis), millis * 1_000_000L);
    }
}
