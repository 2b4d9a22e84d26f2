package dev.daybreak.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.note.OwnLooks.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnLooksTest {
    private static final Instant FROM = Instant.parse("2026-03-01T07:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T07:00:00Z");

    @Test
    void leavesOutTheTimesOfOurOwnLooks() {
        var noon = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(gaps(OwnLooks.NONE.with(FROM).with(noon).with(TO)))
                .containsExactly(
                        new Span(FROM.plusSeconds(2700), noon.minusSeconds(300)),
                        new Span(noon.plusSeconds(2700), TO.minusSeconds(300)));
    }

    @Test
    void withoutALookTheWholeDayCounts() {
        assertThat(gaps(OwnLooks.NONE)).containsExactly(new Span(FROM, TO));
    }

    @Test
    void aLookBeforeTheDayReachesIntoItAndOneAfterItDoesNot() {
        assertThat(gaps(OwnLooks.NONE.with(FROM.minusSeconds(60)).with(TO.plusSeconds(9_000))))
                .containsExactly(new Span(FROM.plusSeconds(2640), TO));
    }

    @Test
    void looksThatOverlapAreOneLook() {
        assertThat(gaps(OwnLooks.NONE.with(FROM).with(FROM.plusSeconds(600))))
                .containsExactly(new Span(FROM.plusSeconds(3300), TO));
    }

    @Test
    void notingItTwiceIsNotingItOnce() {
        assertThat(OwnLooks.NONE.with(FROM).with(FROM)).isEqualTo(OwnLooks.NONE.with(FROM));
    }

    private static List<Span> gaps(OwnLooks looks) {
        return looks.gaps(FROM, TO, Duration.ofMinutes(45), Duration.ofMinutes(15));
    }
}
