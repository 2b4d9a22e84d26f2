package dev.daybreak.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.FakeFences;
import dev.daybreak.fakes.World;
import dev.daybreak.wayback.Remember.Answer;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberTest {
    private static final Scaler KEDA =
            new Scaler(Scaler.Kind.KEDA, "mosaic-prod", "core-api", Map.of("paused", ""));

    private final World world = new World();

    @Test
    void writesEverythingDownThatAReturnPutsBack() {
        world.scalers.put("core-api", KEDA, KEDA);
        world.externalSecrets.put(unsynced());

        assertThat(remember())
                .isEqualTo(
                        new Answer.Remembered(
                                new WayBack(
                                        "v1",
                                        Examples.RDS_HOST,
                                        5432,
                                        Map.of("core-api", 2),
                                        List.of(KEDA),
                                        Map.of("database-credentials", "1-abc", "new", ""),
                                        World.OPEN)));
    }

    @Test
    void labelsTheSecretsVersionSoThatItIsKept() {
        remember();
        remember();

        assertThat(world.secrets.current(Examples.SECRET).labels())
                .contains("daybreak-mosaic-prod-before");
        assertThat(world.journal.effects()).hasSize(1);
    }

    @Test
    void refusesAnApplicationThatIsDown() {
        world.deployments.put(Examples.deployment(0));

        assertRefused("core-api is missing or has 0 replicas");
    }

    @Test
    void refusesAnApplicationThatIsNotThere() {
        world.deployments.remove("core-api");

        assertRefused("core-api is missing or has 0 replicas");
    }

    @Test
    void refusesASourceThatAnEarlierRunLeftFenced() {
        world.fences.put(World.RDS, FakeFences.SHUT);

        assertRefused("fenced already");
    }

    @Test
    void refusesASecretThatPointsElsewhere() {
        world.secrets.put(Examples.SECRET, "v2", World.secret(World.AURORA, "application", "x"));

        assertRefused("does not point to instance " + Examples.INSTANCE);
    }

    private void assertRefused(String why) {
        assertThat(remember())
                .isInstanceOfSatisfying(
                        Answer.Refused.class, refused -> assertThat(refused.why()).contains(why));
        assertThat(world.journal.effects()).isEmpty();
    }

    private Answer remember() {
        var wiring = world.wiring();
        return new Remember(
                        wiring.migration(),
                        wiring.secrets(),
                        wiring.deployments(),
                        wiring.scalers(),
                        wiring.externalSecrets(),
                        wiring.fences(),
                        wiring.places(),
                        wiring.logins())
                .answer(new Remember.Order());
    }

    private static ExternalSecret unsynced() {
        return new ExternalSecret(
                "new",
                "new",
                "Periodic",
                "1h0m0s",
                "Owner",
                false,
                Optional.empty(),
                false,
                Optional.of("no such store"));
    }
}
