package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.check.CompareSample.Answer;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import dev.daybreak.validation.Sample;
import dev.daybreak.validation.SampleResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareSampleTest extends CheckTest {
    private static final Sample SAMPLE = new Sample("1000", 1, List.of());

    @Test
    void findsNothingWhereAllIsWell() {
        assertNothing(looked(), Check.COMPARISON);
        assertThat(looked().details())
                .containsExactly("Compared 100 rows of 2 tables with RDS; 3 were being changed.");
    }

    @Test
    void findsADifference() {
        world.soundings.find(
                new SampleResult(2, 100, 0, List.of("public.orders: keys 17"), List.of()));

        assertFinding(looked(), Check.COMPARISON, "public.orders: keys 17");
    }

    @Test
    void aComparisonOfNothingProvesNothing() {
        world.soundings.find(new SampleResult(0, 0, 0, List.of(), List.of("public.loose")));

        assertFinding(looked(), Check.COMPARISON, "No row");
        assertThat(looked().details()).anyMatch(one -> one.contains("public.loose"));
    }

    @Test
    void aComparisonThatFailedIsAFinding() {
        world.soundings.fail(new Unavailable("Nobody answers."));

        assertThat(answer(now())).isInstanceOf(Answer.NotYet.class);
        assertFinding(looked(), Check.COMPARISON, "could not be looked at");
    }

    /// What is left once nothing passes by itself.
    private Looked looked() {
        var since = now();
        world.clock.pass(world.migration.limits().verification());
        return ((Answer.Checked) answer(since)).looked();
    }

    private Answer answer(java.time.Instant since) {
        var wiring = wiring();
        return new CompareSample(
                        wiring.migration(),
                        wiring.daysAfter().soundings(),
                        wiring.places(),
                        wiring.logins(),
                        wiring.clock())
                .answer(new CompareSample.Order(SAMPLE, since));
    }
}
