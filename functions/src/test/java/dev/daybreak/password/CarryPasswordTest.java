package dev.daybreak.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.FakeFences;
import dev.daybreak.fakes.World;
import dev.daybreak.password.CarryPassword.Answer;
import dev.daybreak.password.CarryPassword.Order;
import dev.daybreak.secret.Labels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarryPasswordTest {
    private static final String TODAY = "rotated since";

    private final World world = new World();

    @BeforeEach
    void fencedAndRotated() {
        world.fences.put(World.RDS, FakeFences.SHUT);
        world.secrets.label(Examples.SECRET, "v1", new Labels("mosaic-prod").before());
        world.secrets.put(Examples.SECRET, "v2", World.secret(World.AURORA, "application", TODAY));
        world.databases.passwordAt(World.RDS, new Credentials("application", Examples.PASSWORD));
    }

    @Test
    void teachesRdsTodaysPasswordWithTheRecordedOne() {
        assertThat(answer()).isEqualTo(new Answer.Known(true));
        assertThat(world.databases.login(World.RDS, new Credentials("application", TODAY)))
                .isEqualTo(new Login.NotAdmitted());
    }

    @Test
    void leavesAPasswordAloneThatRdsKnows() {
        world.databases.passwordAt(World.RDS, new Credentials("application", TODAY));
        var before = world.journal.effects();

        assertThat(answer()).isEqualTo(new Answer.Known(false));
        assertThat(world.journal.effects()).isEqualTo(before);
    }

    @Test
    void refusesWhereRdsKnowsNeither() {
        world.databases.passwordAt(World.RDS, new Credentials("application", "a third one"));

        assertThat(answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(refused.why())
                                        .contains("role application", "ALTER ROLE")
                                        .doesNotContain(TODAY, Examples.PASSWORD));
    }

    private Answer answer() {
        var wiring = world.wiring();
        return new CarryPassword(
                        wiring.migration(),
                        wiring.secrets(),
                        wiring.databases(),
                        wiring.places(),
                        wiring.logins())
                .answer(new Order());
    }
}
