package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.check.CheckLogs.Answer;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import org.junit.jupiter.api.Test;

class CheckLogsTest extends CheckTest {
    @Test
    void findsNothingWhereAllIsWell() {
        world.logs.write("INFO started");

        assertNothing(looked(), Check.LOGS);
    }

    @Test
    void findsErrorsBeyondWhatIsToleratedAndShowsSome() {
        world.logs.write("ERROR cannot write");

        assertFinding(
                looked(), Check.LOGS, "1 errors within a day (0 are tolerated)", "cannot write");
    }

    @Test
    void neverShowsALogin() {
        world.logs.write("ERROR connect postgresql://app:hunter2@db:5432/x failed");
        world.logs.write("ERROR password=hunter2");

        assertThat(looked().toString())
                .contains("postgresql://…@db:5432")
                .doesNotContain("hunter2");
    }

    @Test
    void tellsWhereNotAllWasRead() {
        world.logs.cut();

        assertThat(looked().details()).anySatisfy(one -> assertThat(one).contains("Not all"));
    }

    /// What is left once nothing passes by itself.
    private Looked looked() {
        var since = now();
        world.clock.pass(world.migration.limits().verification());
        return ((Answer.Checked) answer(since)).looked();
    }

    private Answer answer(java.time.Instant since) {
        var wiring = wiring();
        return new CheckLogs(wiring.migration(), wiring.daysAfter().podLogs(), wiring.clock())
                .answer(new CheckLogs.Order(since));
    }
}
