package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.check.CheckAurora.Answer;
import dev.daybreak.database.Address;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.rds.Cluster;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckAuroraTest extends CheckTest {
    @Test
    void findsNothingWhereAllIsWell() {
        assertNothing(looked(), Check.CLUSTER, Check.ENDPOINT, Check.KUBERNETES_SECRET);
    }

    @Test
    void findsAClusterThatIsNotAvailable() {
        become("failing-over", "available");

        assertThat(answer(now())).isInstanceOf(Answer.NotYet.class);
        assertFinding(looked(), Check.CLUSTER, "is failing-over");
    }

    @Test
    void findsAWriterThatIsNotAvailable() {
        become("available", "rebooting");

        assertFinding(looked(), Check.CLUSTER, "Writer mosaic-prod-aurora-writer is rebooting");
    }

    @Test
    void aBackupIsNoFinding() {
        become("backing-up", "available");

        assertThat(looked().findings()).isEmpty();
    }

    @Test
    void aClusterThatIsGoneIsAFindingOfEachCheckThatNeedsIt() {
        world.clusters.remove(Examples.CLUSTER);

        assertThat(looked().findings())
                .extracting(one -> one.check())
                .containsExactly(Check.CLUSTER, Check.ENDPOINT);
    }

    @Test
    void findsASecretThatPointsElsewhere() {
        var elsewhere = new Address("elsewhere.example", 5432, "mosaic");
        world.secrets.put(
                Examples.SECRET, "v3", World.secret(elsewhere, "application", Examples.PASSWORD));
        world.render(elsewhere);

        assertFinding(looked(), Check.ENDPOINT, "points to elsewhere.example:5432");
    }

    @Test
    void findsAKubernetesSecretThatHoldsAnotherHost() {
        world.render(World.RDS);

        assertThat(answer(now())).isInstanceOf(Answer.NotYet.class);
        assertFinding(looked(), Check.KUBERNETES_SECRET, "database-credentials");
    }

    private void become(String status, String writer) {
        var old = Examples.cluster();
        world.clusters.put(
                new Cluster(
                        old.id(),
                        status,
                        old.version(),
                        old.host(),
                        old.port(),
                        true,
                        true,
                        List.of(new Cluster.Member(old.id() + "-writer", writer, true)),
                        Map.of()));
    }

    /// What is left once nothing passes by itself.
    private Looked looked() {
        var since = now();
        world.clock.pass(world.migration.limits().verification());
        return ((Answer.Checked) answer(since)).looked();
    }

    private Answer answer(java.time.Instant since) {
        var wiring = wiring();
        return new CheckAurora(
                        wiring.migration(),
                        wiring.clusters(),
                        wiring.externalSecrets(),
                        wiring.logins(),
                        wiring.clock())
                .answer(new CheckAurora.Order(since));
    }
}
