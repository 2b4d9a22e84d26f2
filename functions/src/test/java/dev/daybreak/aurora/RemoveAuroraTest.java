package dev.daybreak.aurora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.aurora.RemoveAurora.Answer;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.Cluster;
import dev.daybreak.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoveAuroraTest {
    private static final String WRITER = Examples.CLUSTER + "-writer";

    private final World world = new World();

    @Test
    void takesOneStepAfterTheOtherUntilTheNamesAreFree() {
        assertThat(remove()).isEqualTo(new Answer.NotYet("switching deletion protection off"));
        assertThat(remove()).isEqualTo(new Answer.NotYet("deleting instance " + WRITER));
        assertThat(remove()).isEqualTo(new Answer.NotYet("instances are being deleted"));
        cluster("available", false, List.of());
        assertThat(remove()).isEqualTo(new Answer.NotYet("deleting cluster " + Examples.CLUSTER));
        assertThat(remove()).isEqualTo(new Answer.NotYet("cluster is deleting"));
        world.clusters.remove(Examples.CLUSTER);
        assertThat(remove()).isEqualTo(new Answer.NotYet("stack is CREATE_COMPLETE"));
        assertThat(remove()).isEqualTo(new Answer.NotYet("stack is DELETE_IN_PROGRESS"));
        world.stacks.remove(Examples.CLUSTER);
        assertThat(remove()).isEqualTo(new Answer.Gone());

        assertThat(world.journal.effects())
                .containsExactly(
                        "unprotect " + Examples.CLUSTER,
                        "delete member " + WRITER,
                        "delete cluster " + Examples.CLUSTER,
                        "delete stack " + Examples.CLUSTER);
    }

    @Test
    void waitsForAnInstanceThatIsStillBeingCreated() {
        cluster("available", false, List.of(new Cluster.Member(WRITER, "creating", true)));

        assertThat(remove())
                .isEqualTo(
                        new Answer.NotYet("instance %s is still being created".formatted(WRITER)));
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void waitsForAStackThatIsStillBeingCreated() {
        world.clusters.remove(Examples.CLUSTER);
        world.stacks.put(Examples.stack("CREATE_IN_PROGRESS"));

        assertThat(remove()).isEqualTo(new Answer.NotYet("stack is CREATE_IN_PROGRESS"));
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void neverTouchesAClusterOfAnotherRun() {
        var whole = Examples.cluster();
        for (var tags : List.of(Map.of("daybreak:run", "run-2"), Map.<String, String>of())) {
            world.clusters.put(
                    new Cluster(
                            whole.id(),
                            "available",
                            whole.version(),
                            whole.host(),
                            whole.port(),
                            true,
                            true,
                            whole.members(),
                            tags));

            assertThatThrownBy(this::remove)
                    .isInstanceOf(Unexpected.class)
                    .hasMessageContaining("left alone");
        }
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void neverTouchesAStackOfAnotherRun() {
        world.clusters.remove(Examples.CLUSTER);
        world.stacks.put(
                new Stack(
                        Examples.CLUSTER,
                        "CREATE_COMPLETE",
                        Optional.empty(),
                        Map.of(),
                        Map.of("daybreak:run", "run-2")));

        assertThatThrownBy(this::remove).isInstanceOf(Unexpected.class);
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void neverTouchesAClusterThatTheSecretPointsTo() {
        world.secrets.put(
                Examples.SECRET, "v2", World.secret(World.AURORA, "application", "other"));

        assertThatThrownBy(this::remove)
                .isInstanceOf(Unexpected.class)
                .hasMessageContainingAll(Examples.SECRET, "the application uses it");
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void recognisesTheSecretsHostHoweverItIsSpelt() {
        var shouted = World.AURORA.host().toUpperCase(Locale.ROOT) + ".";
        world.secrets.put(
                Examples.SECRET,
                "v2",
                World.secret(World.AURORA, "application", "other").with("host", shouted));

        assertThatThrownBy(this::remove).isInstanceOf(Unexpected.class);
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void givesUpOnceItsPatienceIsSpent() {
        cluster("deleting", true, List.of());
        var limit = world.migration.limits().removal();
        world.clock.pass(limit.minusMillis(1));
        assertThat(remove()).isEqualTo(new Answer.NotYet("cluster is deleting"));

        world.clock.pass(Duration.ofMillis(1));

        assertThat(remove())
                .isEqualTo(
                        new Answer.Failed(
                                "Cluster mosaic-prod-aurora is deleting and its stack is"
                                        + " CREATE_COMPLETE after 2700 s (limit 2700 s)."));
        assertThat(world.journal.effects()).isEmpty();
    }

    private void cluster(String status, boolean isProtected, List<Cluster.Member> members) {
        var whole = Examples.cluster();
        world.clusters.put(
                new Cluster(
                        whole.id(),
                        status,
                        whole.version(),
                        whole.host(),
                        whole.port(),
                        true,
                        isProtected,
                        members,
                        whole.tags()));
    }

    private Answer remove() {
        return new RemoveAurora(
                        world.migration, world.clusters, world.stacks, world.secrets, world.clock)
                .answer(new RemoveAurora.Order(Examples.RUN, World.START));
    }
}
