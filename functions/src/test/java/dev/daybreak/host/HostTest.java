package dev.daybreak.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.database.Address;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.rds.Cluster;
import dev.daybreak.secret.SecretFields;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    private static final int AURORA_PORT = 5433;

    private final World world = new World();
    private final SecretFields before = world.secrets.current(Examples.SECRET).fields();

    HostTest() {
        var whole = Examples.cluster();
        world.clusters.put(
                new Cluster(
                        whole.id(),
                        whole.status(),
                        whole.version(),
                        whole.host(),
                        AURORA_PORT,
                        true,
                        true,
                        whole.members(),
                        whole.tags()));
    }

    @Test
    void changesHostAndPortAndNothingElse() {
        var swapped = swapped();

        var expected = new LinkedHashMap<>(before.fields());
        expected.put("host", Examples.AURORA_HOST);
        expected.put("port", (long) AURORA_PORT);
        var current = world.secrets.current(Examples.SECRET);
        assertThat(current.id()).isEqualTo(swapped.version()).hasSizeBetween(32, 64);
        assertThat(current.fields().fields()).containsExactlyEntriesOf(expected);
        assertThat(swapped.host()).isEqualTo(Examples.AURORA_HOST);
        assertThat(swapped.port()).isEqualTo(AURORA_PORT);
    }

    @Test
    void aPortThatWasTextStaysText() {
        var text = new LinkedHashMap<>(before.fields());
        text.put("port", "5432");
        world.secrets.put(Examples.SECRET, "v1", new SecretFields(text));

        swapped();

        assertThat(world.secrets.current(Examples.SECRET).fields().fields())
                .containsEntry("port", "5433");
    }

    @Test
    void swappingTwiceIsSwappingOnce() {
        var first = swapped();
        var second = swapped();

        assertThat(second).isEqualTo(first);
        assertThat(world.journal.effects()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void goesOnWhereALostAnswerLeftIt(int effect) {
        world.journal.loseAnswerOf(effect);
        assertThatThrownBy(this::swap).isInstanceOf(Unavailable.class);

        var swapped = swapped();

        assertThat(world.secrets.current(Examples.SECRET).id()).isEqualTo(swapped.version());
        assertThat(world.journal.effects()).hasSize(2);
    }

    @Test
    void takesAnEndedRotationsLabelAlongSoThatTheNextOneCanBegin() {
        world.secrets.label(Examples.SECRET, "v1", "AWSPENDING");

        swapped();

        assertThat(world.secrets.describe(Examples.SECRET).orElseThrow().isRotating()).isFalse();
        assertThat(world.secrets.version(Examples.SECRET, "v1").labels())
                .doesNotContain("AWSPENDING");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void takesItAlongEvenAfterALostAnswer(int effect) {
        world.secrets.label(Examples.SECRET, "v1", "AWSPENDING");
        world.journal.loseAnswerOf(effect);
        assertThatThrownBy(this::swap).isInstanceOf(Unavailable.class);

        swapped();

        assertThat(world.secrets.describe(Examples.SECRET).orElseThrow().isRotating()).isFalse();
        assertThat(world.journal.effects()).hasSize(4);
    }

    @Test
    void takesARotationsLabelAlongOnTheWayBackToo() {
        swap();
        rotate(new Address(Examples.AURORA_HOST, AURORA_PORT, "mosaic"), "rotated");
        world.secrets.label(
                Examples.SECRET, world.secrets.current(Examples.SECRET).id(), "AWSPENDING");

        restore("v1");

        assertThat(world.secrets.describe(Examples.SECRET).orElseThrow().isRotating()).isFalse();
    }

    @Test
    void leavesTheLabelsOfAnotherMigrationOfTheSameSecretAlone() {
        world.secrets.label(Examples.SECRET, "v1", "daybreak-other-before");

        swapped();
        restore("v1");

        assertThat(world.secrets.version(Examples.SECRET, "v1").labels())
                .contains("daybreak-other-before");
    }

    @Test
    void leavesASecretAloneThatSomebodyChangedMeanwhile() {
        rotate(World.RDS, "rotated");

        assertThat(swap())
                .isInstanceOfSatisfying(
                        SwapHost.Answer.ChangedMeanwhile.class,
                        changed ->
                                assertThat(changed.why())
                                        .contains("version v2 instead of v1", "rotated?"));
        assertThat(world.secrets.current(Examples.SECRET).id()).isEqualTo("v2");
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void neverOverwritesAChangeOfTheVeryMoment() {
        world.secrets.beforeSwap(() -> rotate(World.RDS, "rotated"));

        assertThatThrownBy(this::swap).isInstanceOf(Overtaken.class);

        assertThat(world.secrets.current(Examples.SECRET).fields().text("password"))
                .contains("rotated");
        assertThat(swap()).isInstanceOf(SwapHost.Answer.ChangedMeanwhile.class);
    }

    @Test
    void goesBackToTheVersionThatWasRememberedNotToThePrevious() {
        rotate(World.RDS, "older");
        rotate(World.RDS, Examples.PASSWORD);
        var remembered = world.secrets.current(Examples.SECRET).id();
        var version = ((SwapHost.Answer.Swapped) swap(remembered)).version();
        world.secrets.label(Examples.SECRET, "v1", "AWSPREVIOUS");

        assertThat(restore(remembered)).isEqualTo(new RestoreHost.Answer.Restored(remembered));
        assertThat(world.secrets.current(Examples.SECRET).id()).isEqualTo(remembered);
        assertThat(world.secrets.version(Examples.SECRET, version).labels())
                .contains("daybreak-mosaic-prod-after");
    }

    @Test
    void restoringTwiceIsRestoringOnce() {
        swap();

        assertThat(restore("v1")).isEqualTo(restore("v1"));
        assertThat(world.journal.effects()).hasSize(3);
    }

    @Test
    void hasNothingToRestoreWhereNothingWasSwapped() {
        assertThat(restore("v1")).isEqualTo(new RestoreHost.Answer.Restored("v1"));
        assertThat(world.journal.effects()).isEmpty();
    }

    @Test
    void keepsWhatSomebodyChangedOnTopOfOurs() {
        swap();
        rotate(new Address(Examples.AURORA_HOST, AURORA_PORT, "mosaic"), "rotated");

        var answer = restore("v1");

        var fields = world.secrets.current(Examples.SECRET).fields();
        assertThat(answer).isNotEqualTo(new RestoreHost.Answer.Restored("v1"));
        assertThat(fields.text("password")).contains("rotated");
        assertThat(fields.text("host")).contains(Examples.RDS_HOST);
        assertThat(fields.text("port")).contains("5432");
        assertThat(restore("v1")).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void restoresOnTopEvenAfterALostAnswer(int effect) {
        swap();
        rotate(new Address(Examples.AURORA_HOST, AURORA_PORT, "mosaic"), "rotated");
        world.journal.loseAnswerOf(effect);
        assertThatThrownBy(() -> restore("v1")).isInstanceOf(Unavailable.class);

        restore("v1");

        assertThat(world.secrets.current(Examples.SECRET).fields().text("host"))
                .contains(Examples.RDS_HOST);
        assertThat(world.journal.effects()).hasSize(4);
    }

    @Test
    void leavesASecretAloneThatPointsToAThirdHost() {
        rotate(new Address("elsewhere", 5432, "mosaic"), "x");

        assertThatThrownBy(() -> restore("v1"))
                .isInstanceOf(Unexpected.class)
                .hasMessageContainingAll("elsewhere", Examples.RDS_HOST, Examples.AURORA_HOST);
        assertThat(world.journal.effects()).isEmpty();
    }

    private void rotate(Address address, String password) {
        var count = world.secrets.describe(Examples.SECRET).orElseThrow().labels().size();
        world.secrets.put(
                Examples.SECRET, "v" + (count + 1), World.secret(address, "application", password));
    }

    private SwapHost.Answer.Swapped swapped() {
        return (SwapHost.Answer.Swapped) swap();
    }

    private SwapHost.Answer swap() {
        return swap("v1");
    }

    private SwapHost.Answer swap(String remembered) {
        var wiring = world.wiring();
        return new SwapHost(wiring.migration(), wiring.secrets(), wiring.places())
                .answer(new SwapHost.Order(Examples.RUN, remembered));
    }

    private RestoreHost.Answer restore(String remembered) {
        return new RestoreHost(world.migration, world.secrets)
                .answer(
                        new RestoreHost.Order(
                                Examples.RUN,
                                remembered,
                                Examples.RDS_HOST,
                                5432,
                                Examples.AURORA_HOST));
    }
}
