package dev.daybreak.aurora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.aurora.AwaitAurora.Answer;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.rds.Cluster;
import dev.daybreak.stack.MonthlyCost;
import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateAuroraTest {
    private static final CreateAurora.Order ORDER =
            new CreateAurora.Order(Examples.RUN, "snap", "arn:snap");

    private final World world = new World();

    @Test
    void ordersTheStackOnce() {
        world.stacks.remove(Examples.CLUSTER);

        var first = create().answer(ORDER);
        var second = create().answer(ORDER);

        assertThat(first)
                .isEqualTo(new CreateAurora.Answer.Ordered(Examples.CLUSTER))
                .isEqualTo(second);
        assertThat(world.journal.effects())
                .containsExactly(
                        "create stack %s as 16.15 from arn:snap under token snap"
                                .formatted(Examples.CLUSTER));
        assertThat(world.stacks.find(Examples.CLUSTER).orElseThrow().tags())
                .containsEntry("daybreak:run", Examples.RUN)
                .containsEntry("daybreak:snapshot", "snap");
    }

    @Test
    void tellsTheTemplateEverythingThatItAsksFor() {
        world.stacks.remove(Examples.CLUSTER);

        create().answer(ORDER);

        assertThat(world.stacks.orders())
                .singleElement()
                .extracting(StackOrder::parameters)
                .isEqualTo(
                        Map.of(
                                "SnapshotArn", "arn:snap",
                                "ClusterIdentifier", Examples.CLUSTER,
                                "InstanceClass", "db.t4g.medium",
                                "EngineVersion", "16.15",
                                "VpcId", "vpc-0123456789abcdef0",
                                "VpcCidr", "10.0.0.0/16",
                                "SubnetIds", "subnet-0123456789abcdef0,subnet-0123456789abcdef1",
                                "DeletionProtection", "true",
                                "MonthlyCost", MonthlyCost.of("db.t4g.medium", 20, "us-east-1")));
    }

    @Test
    void namesTheKeyOnlyWhereThereIsOne() {
        var whole = Examples.migration();
        var key = "arn:aws:kms:us-east-1:123456789012:key/mrk-0";
        var other = new World(withTarget(whole, false, Optional.of(key)));
        other.stacks.remove(Examples.CLUSTER);

        new CreateAurora(other.migration, other.instances, other.clusters, other.stacks)
                .answer(ORDER);

        assertThat(other.stacks.orders())
                .singleElement()
                .extracting(StackOrder::parameters)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("KmsKeyArn", key)
                .containsEntry("DeletionProtection", "false");
    }

    @Test
    void takesTheOldestVersionThatTheSnapshotCanBecome() {
        world.stacks.remove(Examples.CLUSTER);
        world.instances.put(Examples.instance("16.12"));

        create().answer(ORDER);

        assertThat(world.journal.effects())
                .singleElement()
                .asString()
                .startsWith("create stack %s as 16.15".formatted(Examples.CLUSTER));
    }

    @Test
    void saysSoWhereAuroraHasNoSuchVersionYet() {
        world.stacks.remove(Examples.CLUSTER);
        world.instances.put(Examples.instance("16.16"));

        assertThatThrownBy(() -> create().answer(ORDER))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("no version 16.16 or newer");
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void neverTakesAStackThatWasMadeFromAnotherSnapshot() {
        assertThatThrownBy(() -> create().answer(ORDER))
                .isInstanceOf(Unexpected.class)
                .hasMessageContainingAll(Examples.CLUSTER, "CREATE_COMPLETE", "snap");
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void neverTakesAStackThatSomebodyElseMade() {
        world.stacks.put(stack("CREATE_COMPLETE", "", Map.of()));

        assertThatThrownBy(() -> create().answer(ORDER)).isInstanceOf(Unexpected.class);
    }

    @Test
    void tellsTheHostOnceTheWriterTakesConnections() {
        world.clock.pass(Duration.ofSeconds(90));

        assertThat(await()).isEqualTo(new Answer.Available(Examples.AURORA_HOST, 5432, 90_000));
    }

    @Test
    void aClusterWithoutAWriterIsNotThereYet() {
        cluster("available", List.of());
        assertThat(await()).isEqualTo(new Answer.NotYet("CREATE_COMPLETE"));

        cluster("available", List.of(new Cluster.Member("reader", "available", false)));
        assertThat(await()).isEqualTo(new Answer.NotYet("CREATE_COMPLETE"));

        cluster("creating", List.of(new Cluster.Member("writer", "available", true)));
        assertThat(await()).isEqualTo(new Answer.NotYet("CREATE_COMPLETE"));
    }

    @Test
    void waitsForAStackThatIsNotVisibleYet() {
        world.stacks.remove(Examples.CLUSTER);
        world.clusters.remove(Examples.CLUSTER);

        assertThat(await()).isEqualTo(new Answer.NotYet("not visible"));
    }

    @Test
    void givesUpOnceItsPatienceIsSpent() {
        world.stacks.put(Examples.stack("CREATE_IN_PROGRESS"));
        world.clusters.remove(Examples.CLUSTER);
        world.clock.pass(world.migration.limits().aurora().minusMillis(1));
        assertThat(await()).isEqualTo(new Answer.NotYet("CREATE_IN_PROGRESS"));

        world.clock.pass(Duration.ofMillis(1));

        assertThat(await())
                .isEqualTo(
                        new Answer.Failed(
                                "Stack mosaic-prod-aurora is CREATE_IN_PROGRESS and cluster"
                                        + " mosaic-prod-aurora is not there after 10800 s"
                                        + " (limit 10800 s)."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE_FAILED", "ROLLBACK_COMPLETE", "DELETE_IN_PROGRESS", "NEW_WORD"})
    void refusesAStatusThatItDoesNotKnowAndSaysWhy(String status) {
        world.stacks.put(stack(status, "Resource limit exceeded", Map.of()));

        assertThat(await())
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.why()).contains(status, "Resource limit"));
    }

    private void cluster(String status, List<Cluster.Member> members) {
        var whole = Examples.cluster();
        world.clusters.put(
                new Cluster(
                        whole.id(),
                        status,
                        whole.version(),
                        whole.host(),
                        whole.port(),
                        true,
                        true,
                        members,
                        whole.tags()));
    }

    private static Stack stack(String status, String reason, Map<String, String> tags) {
        return new Stack(Examples.CLUSTER, status, Optional.of(reason), Map.of(), tags);
    }

    private static Migration withTarget(
            Migration whole, boolean deletionProtection, Optional<String> key) {
        return new Migration(
                whole.name(),
                whole.region(),
                whole.way(),
                whole.source(),
                new Migration.Target(
                        whole.target().cluster(),
                        whole.target().instanceClass(),
                        whole.target().requiredExtensions(),
                        deletionProtection,
                        key),
                whole.secret(),
                whole.kubernetes(),
                whole.health(),
                whole.network(),
                whole.alerts(),
                whole.approval(),
                whole.onLateWrites(),
                whole.rollback(),
                whole.validation(),
                whole.keepStopped(),
                whole.decommission(),
                whole.limits(),
                whole.polls());
    }

    private CreateAurora create() {
        return new CreateAurora(world.migration, world.instances, world.clusters, world.stacks);
    }

    private Answer await() {
        return new AwaitAurora(world.migration, world.stacks, world.clusters, world.clock)
                .answer(new AwaitAurora.Order(World.START));
    }
}
