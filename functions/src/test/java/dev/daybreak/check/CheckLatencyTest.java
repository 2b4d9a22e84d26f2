package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.check.CheckLatency.Answer;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import dev.daybreak.validation.QueryTimes;
import org.junit.jupiter.api.Test;

class CheckLatencyTest extends CheckTest {
    private java.time.LocalDate day = DAY;
    private long calls;
    private long microseconds;

    @Test
    void doesNotLookWithoutTheExtension() {
        assertNothing(looked(), Check.LATENCY);
        assertThat(looked().details()).anyMatch(one -> one.contains("was not looked at"));
    }

    @Test
    void findsQueriesThatBecameSlow() {
        days(1_000, 1_000, 1_000, 1_000);
        assertThat(after(2_900).findings()).isEmpty();

        assertFinding(after(3_100), Check.LATENCY, "3.10 ms on average, 1.00 ms");
    }

    @Test
    void aSecondLookOnTheSameDaySaysTheSame() {
        days(1_000, 1_000, 1_000, 1_000);
        assertFinding(after(9_000), Check.LATENCY);

        assertFinding(looked(), Check.LATENCY);
    }

    @Test
    void aResetIsNotHeldAgainstAnybody() {
        days(1_000, 1_000, 1_000, 1_000);
        world.soundings.take(new QueryTimes(99, 1_000, 9_000_000));
        day = day.plusDays(1);

        assertThat(looked().findings()).isEmpty();
    }

    @Test
    void differencesThatNobodyFeelsAreNone() {
        days(10, 10, 10, 10);

        assertThat(after(500).findings()).isEmpty();
    }

    @Test
    void theFirstDaysSayNothing() {
        days(1_000);

        assertThat(after(9_000).findings()).isEmpty();
    }

    private void days(long... means) {
        take(1_000);
        looked();
        for (var mean : means) {
            after(mean);
        }
    }

    private Looked after(long mean) {
        day = day.plusDays(1);
        take(mean);
        return looked();
    }

    private void take(long mean) {
        calls += 1_000;
        microseconds += 1_000 * mean;
        world.soundings.take(new QueryTimes(1, calls, microseconds));
    }

    /// What is left once nothing passes by itself.
    private Looked looked() {
        var since = now();
        world.clock.pass(world.migration.limits().verification());
        return ((Answer.Checked) answer(since)).looked();
    }

    private Answer answer(java.time.Instant since) {
        var wiring = wiring();
        return new CheckLatency(
                        wiring.migration(),
                        wiring.journal(),
                        wiring.daysAfter().soundings(),
                        wiring.places(),
                        wiring.logins(),
                        wiring.clock())
                .answer(new CheckLatency.Order(day, since));
    }
}
