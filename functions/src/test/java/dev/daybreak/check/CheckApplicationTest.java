package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.check.CheckApplication.Answer;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckApplicationTest extends CheckTest {
    @Test
    void findsNothingWhereAllIsWell() {
        assertNothing(looked(), Check.PODS, Check.HEALTH);
    }

    @Test
    void findsAPodThatIsOnRds() {
        world.databases.sessions(World.RDS, List.of(World.session("10.0.0.2")));

        assertFinding(looked(), Check.PODS, "Pod pod-b is connected to RDS");
    }

    @Test
    void findsAPodWithoutASessionOnlyOnceItLasts() {
        world.databases.sessions(World.AURORA, List.of(World.session("10.0.0.1")));

        assertThat(answer(now()))
                .isEqualTo(new Answer.NotYet("Pod pod-b has no session on Aurora."));
        assertFinding(looked(), Check.PODS, "Pod pod-b has no session on Aurora");
    }

    @Test
    void findsThatThereIsNoPod() {
        world.deployments.pods(Examples.SELECTOR, List.of());

        assertFinding(looked(), Check.PODS, "no pod");
    }

    @Test
    void findsAnApplicationThatIsUnwellWhateverThePodsAre() {
        world.application.answers(503, "");
        world.databases.sessions(World.AURORA, List.of());

        assertThat(looked().findings())
                .extracting(one -> one.check())
                .containsExactly(Check.PODS, Check.PODS, Check.HEALTH);
    }

    @Test
    void doesNotAskAnInstanceThatIsStopped() {
        world.instances.put(Examples.instance("16.15", "stopped"));
        world.databases.sessions(World.RDS, List.of(World.session("10.0.0.2")));

        assertThat(looked().findings()).isEmpty();
    }

    /// What is left once nothing passes by itself.
    private Looked looked() {
        var since = now();
        world.clock.pass(world.migration.limits().verification());
        return ((Answer.Checked) answer(since)).looked();
    }

    private Answer answer(java.time.Instant since) {
        var wiring = wiring();
        return new CheckApplication(
                        wiring.migration(),
                        wiring.instances(),
                        wiring.deployments(),
                        wiring.databases(),
                        wiring.application(),
                        wiring.places(),
                        wiring.logins(),
                        wiring.clock())
                .answer(new CheckApplication.Order(since));
    }
}
