package dev.daybreak.fence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.database.Login;
import dev.daybreak.database.Side;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.FakeFences;
import dev.daybreak.fakes.World;
import dev.daybreak.fence.Fence.Answer;
import dev.daybreak.runtime.Wiring;
import java.util.List;
import org.junit.jupiter.api.Test;

class FenceTest {
    private final World world = new World();
    private final Wiring wiring = world.wiring();

    @Test
    void believesTheRefusalOfTheApplicationsOwnCredentials() {
        assertThat(raise()).isEqualTo(new Answer.Fenced(List.of(1000L), 2));
        assertThat(world.databases.login(World.RDS, wiring.logins().application()))
                .isEqualTo(new Login.NotAdmitted());
        assertThat(world.journal.effects())
                .containsExactly("fence %s as owner".formatted(World.RDS));
    }

    @Test
    void aFenceThatStandsIsNotRaisedAgain() {
        raise();

        assertThat(raise()).isEqualTo(new Answer.Fenced(List.of(), 0));
        assertThat(world.journal.effects()).hasSize(1);
    }

    @Test
    void doesNotBelieveARaisingWithoutEffect() {
        world.fences.makeToothless();

        assertLeaky("Role application still gets in");
    }

    @Test
    void doesNotBelieveAFenceThatASuperuserPasses() {
        world.databases.superuser("owner");

        assertLeaky("Role owner still gets in");
    }

    @Test
    void aRefusedPasswordProvesNothing() {
        world.secrets.put(Examples.SECRET, "v2", World.secret(World.RDS, "application", "rotated"));

        assertLeaky("The password of role application is refused");
    }

    @Test
    void sessionsThatDoNotEndAreALeak() {
        world.fences.leaveSessions(3);

        assertLeaky("3 sessions of");
    }

    @Test
    void preparedTransactionsAreALeak() {
        world.fences.leavePrepared(1);

        assertLeaky("1 prepared transactions wait");
    }

    @Test
    void admitsReadersToAuroraOnly() {
        world.fences.put(World.AURORA, FakeFences.SHUT);

        var answer =
                new AdmitReaders(wiring.fences(), wiring.places(), wiring.logins())
                        .answer(new AdmitReaders.Order(World.OPEN));

        assertThat(answer).isEqualTo(new AdmitReaders.Answer.Admitted());
        assertThat(world.journal.effects()).containsExactly("admit readers to " + World.AURORA);
    }

    @Test
    void opensTheSideThatItIsTold() {
        for (var side : Side.values()) {
            var address = wiring.places().of(side);
            world.fences.put(address, FakeFences.SHUT);

            var answer =
                    new LiftFence(wiring.fences(), wiring.places(), wiring.logins())
                            .answer(new LiftFence.Order(side, World.OPEN));

            assertThat(answer).isEqualTo(new LiftFence.Answer.Open());
            assertThat(world.journal.effects()).last().isEqualTo("open " + address);
        }
    }

    private void assertLeaky(String why) {
        assertThat(raise())
                .isInstanceOfSatisfying(
                        Answer.Leaky.class,
                        leaky ->
                                assertThat(leaky.why())
                                        .contains(why)
                                        .doesNotContain(Examples.PASSWORD));
    }

    private Answer raise() {
        return new Fence(
                        wiring.migration(),
                        wiring.databases(),
                        wiring.fences(),
                        wiring.places(),
                        wiring.logins())
                .answer(new Fence.Order(Side.RDS));
    }
}
