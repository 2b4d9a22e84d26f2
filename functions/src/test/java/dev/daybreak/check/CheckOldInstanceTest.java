package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.check.CheckOldInstance.Answer;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Throttled;
import dev.daybreak.note.Wanted;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckOldInstanceTest extends CheckTest {
    @Test
    void findsNothingWhereAllIsWell() {
        assertNothing(looked(), Check.CONNECTIONS, Check.STRAGGLERS);
    }

    @Test
    void findsConnectionsThatWereOpenWithinTheDay() {
        world.metrics.put("DatabaseConnections", 2);

        assertFinding(looked(), Check.CONNECTIONS, "Up to 2 connections");
    }

    @Test
    void findsThatThereIsNoDataWhichIsNotZero() {
        world.metrics.forget("DatabaseConnections");

        assertFinding(looked(), Check.CONNECTIONS, "no data");
    }

    @Test
    void asksOnlyAboutTimesAtWhichDaybreakWasNotThere() {
        world.wiring().journal().noteLook(now().minus(Duration.ofHours(12)));

        looked();

        assertThat(world.metrics.asked())
                .hasSize(2)
                .noneMatch(one -> one.covers(now().minus(Duration.ofHours(12))));
    }

    @Test
    void doesNotCountTheCutoversOwnConnections() {
        world.clock.pass(Duration.ofDays(-5).plusHours(1));
        world.metrics.put("DatabaseConnections", 9);

        assertThat(looked().findings()).isEmpty();
    }

    @Test
    void findsWhoIsConnectedNow() {
        world.databases.sessions(World.RDS, List.of(World.session("10.0.0.99")));

        assertFinding(
                looked(), Check.CONNECTIONS, "10.0.0.99 as application (application core-api)");
    }

    @Test
    void findsAnInstanceThatStandsStillAlthoughNobodyWantedThat() {
        world.instances.put(Examples.instance("16.15", "stopped"));

        assertFinding(looked(), Check.CONNECTIONS, "is stopped");
    }

    @Test
    void anInstanceThatIsStoppedOnOurWishIsNoFinding() {
        world.instances.put(Examples.instance("16.15", "stopped"));
        world.metrics.forget("DatabaseConnections");
        world.wiring().journal().write(new Wanted(Wanted.State.STOPPED, now(), "arn"));

        assertThat(looked().findings()).isEmpty();
    }

    @Test
    void namesTheStragglers() {
        world.logs.refuse("10.0.0.50", "app", "nightly", 12);

        assertFinding(
                looked(), Check.STRAGGLERS, "10.0.0.50 as app (application nightly), 12 times");
    }

    @Test
    void oneCheckThatFailsDoesNotHideTheOther() {
        world.databases.sessions(World.RDS, List.of());
        world.metrics.fail(new Denied("Not allowed."));
        world.logs.refuse("10.0.0.50", "app", "", 1);

        assertThat(looked().findings())
                .extracting(one -> one.check())
                .containsExactly(Check.CONNECTIONS, Check.STRAGGLERS);
    }

    @Test
    void whatMayPassIsLookedAtAgain() {
        world.metrics.fail(new Throttled("Slow down."));

        assertThat(answer(now())).isInstanceOf(Answer.NotYet.class);
        assertFinding(looked(), Check.CONNECTIONS, "could not be looked at: Slow down.");
    }

    /// What is left once nothing passes by itself.
    private Looked looked() {
        var since = now();
        world.clock.pass(world.migration.limits().verification());
        return ((Answer.Checked) answer(since)).looked();
    }

    private Answer answer(java.time.Instant since) {
        var wiring = wiring();
        return new CheckOldInstance(
                        wiring.migration(),
                        wiring.journal(),
                        wiring.instances(),
                        wiring.databases(),
                        wiring.daysAfter().metrics(),
                        wiring.daysAfter().serverLogs(),
                        wiring.places(),
                        wiring.logins(),
                        wiring.clock())
                .answer(new CheckOldInstance.Order(CUTOVER, since));
    }
}
