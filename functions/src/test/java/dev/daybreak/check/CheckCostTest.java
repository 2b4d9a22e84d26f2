package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.check.CheckCost.Answer;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckCostTest extends CheckTest {
    @Test
    void findsNothingWhereIoIsCheap() {
        io(10_000);

        assertNothing(looked(), Check.COST);
        assertThat(looked().details()).anyMatch(one -> one.contains("35 USD a month for I/O"));
    }

    @Test
    void findsAMonthThatIsTwiceAsDear() {
        io(20_000);

        assertFinding(looked(), Check.COST, "70 USD a month for I/O", "55 USD for instance");
    }

    @Test
    void withoutDataNothingIsFoundButThatIsTold() {
        assertNothing(looked(), Check.COST);
        assertThat(looked().details()).anyMatch(one -> one.contains("no data about I/O"));
    }

    @Test
    void aYoungCutoverSaysNothing() {
        world.clock.pass(Duration.ofDays(-5).plusHours(8));
        io(1_000_000);

        assertThat(looked().findings()).isEmpty();
    }

    private void io(double each) {
        world.metrics.put("VolumeReadIOPs", each);
        world.metrics.put("VolumeWriteIOPs", each);
    }

    /// What is left once nothing passes by itself.
    private Looked looked() {
        var since = now();
        world.clock.pass(world.migration.limits().verification());
        return ((Answer.Checked) answer(since)).looked();
    }

    private Answer answer(java.time.Instant since) {
        var wiring = wiring();
        return new CheckCost(
                        wiring.migration(),
                        wiring.instances(),
                        wiring.daysAfter().metrics(),
                        wiring.clock())
                .answer(new CheckCost.Order(CUTOVER, since));
    }
}
