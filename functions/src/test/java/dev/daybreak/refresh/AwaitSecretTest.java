package dev.daybreak.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.database.Side;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.refresh.AwaitSecret.Answer;
import dev.daybreak.workload.ExternalSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwaitSecretTest {
    private static final Map<String, String> BEFORE = Map.of("database-credentials", "1-abc");

    private final World world = new World();

    @Test
    void asksEveryExternalSecretOncePerSide() {
        world.externalSecrets.put(Examples.externalSecret("another", "1"));

        var first = refresh(Side.AURORA, World.START);
        refresh(Side.AURORA, World.START);
        refresh(Side.RDS, World.START);

        assertThat(first)
                .isEqualTo(
                        new RefreshSecret.Answer.Asked(List.of("another", "database-credentials")));
        assertThat(world.journal.effects())
                .containsExactly(
                        "refresh another by run-1-AURORA-" + World.START.toEpochMilli(),
                        "refresh database-credentials by run-1-AURORA-"
                                + World.START.toEpochMilli(),
                        "refresh another by run-1-RDS-" + World.START.toEpochMilli(),
                        "refresh database-credentials by run-1-RDS-" + World.START.toEpochMilli());
    }

    @Test
    void aReturnThatBeginsAgainAsksAnew() {
        refresh(Side.RDS, World.START);
        refresh(Side.RDS, World.START.plusSeconds(60));

        assertThat(world.journal.effects()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void believesWhatPodsWillRead() {
        world.render(World.AURORA);
        synced("database-credentials", "2-def");

        assertThat(await(BEFORE)).isEqualTo(new Answer.Holds(Examples.AURORA_HOST));
    }

    @Test
    void doesNotBelieveTheOperatorThatItSynced() {
        synced("database-credentials", "2-def");

        assertThat(await(BEFORE)).isEqualTo(notYet("does not hold host"));
    }

    @Test
    void doesNotBelieveASecretOfAnotherShape() {
        synced("database-credentials", "2-def");
        world.externalSecrets.render("database-credentials", "DB_URL", Examples.AURORA_HOST);

        assertThat(await(BEFORE)).isEqualTo(notYet("does not hold host"));
    }

    @Test
    void waitsForASecretThatIsNotThere() {
        synced("database-credentials", "2-def");
        world.externalSecrets.render("database-credentials", "OTHER_KEY", "x");

        assertThat(await(BEFORE)).isEqualTo(notYet("does not hold host"));
    }

    @Test
    void waitsUntilEveryOtherExternalSecretHasSyncedToo() {
        world.render(World.AURORA);
        synced("database-credentials", "2-def");
        synced("another", "1");

        assertThat(await(Map.of("database-credentials", "1-abc", "another", "1")))
                .isEqualTo(new Answer.NotYet("ExternalSecret another has not synced yet."));
    }

    @Test
    void oneThatNeverSyncedHasNotSyncedYet() {
        world.render(World.AURORA);
        synced("database-credentials", "2-def");
        world.externalSecrets.put(externalSecret("another", Optional.empty(), true));

        assertThat(await(Map.of("another", "")))
                .isEqualTo(new Answer.NotYet("ExternalSecret another has not synced yet."));
    }

    @Test
    void saysWhyOneIsNotReady() {
        world.render(World.AURORA);
        world.externalSecrets.put(externalSecret("database-credentials", Optional.of("2"), false));

        assertThat(await(BEFORE)).isEqualTo(notYet("is not ready: no such store."));
    }

    @Test
    void onTheWayBackItNeedOnlyBeReady() {
        assertThat(
                        new AwaitSecret(
                                        world.migration,
                                        world.externalSecrets,
                                        world.wiring().places(),
                                        world.clock)
                                .answer(new AwaitSecret.Order(Side.RDS, Map.of(), World.START)))
                .isEqualTo(new Answer.Holds(Examples.RDS_HOST));
    }

    @Test
    void givesUpOnceItsPatienceIsSpent() {
        synced("database-credentials", "2-def");
        world.clock.pass(world.migration.limits().secretRefresh().minusMillis(1));
        assertThat(await(BEFORE)).isInstanceOf(Answer.NotYet.class);

        world.clock.pass(Duration.ofMillis(1));

        assertThat(await(BEFORE))
                .isEqualTo(
                        new Answer.Failed(
                                "Key DB_URL of Secret database-credentials does not hold host"
                                        + " mosaic-prod-aurora.cluster-abc.us-east-1.rds.amazonaws.com"
                                        + " yet. Waited 180 s (limit 180 s)."));
    }

    private static Answer notYet(String ending) {
        return ending.startsWith("does")
                ? new Answer.NotYet(
                        "Key DB_URL of Secret database-credentials %s %s yet."
                                .formatted(ending, Examples.AURORA_HOST))
                : new Answer.NotYet("ExternalSecret database-credentials " + ending);
    }

    private void synced(String name, String version) {
        world.externalSecrets.put(Examples.externalSecret(name, version));
    }

    private static ExternalSecret externalSecret(
            String name, Optional<String> synced, boolean ready) {
        return new ExternalSecret(
                name,
                name,
                "Periodic",
                "1h0m0s",
                "Owner",
                false,
                synced,
                ready,
                ready ? Optional.empty() : Optional.of("no such store"));
    }

    private RefreshSecret.Answer refresh(Side side, Instant asked) {
        return new RefreshSecret(world.migration, world.externalSecrets)
                .answer(new RefreshSecret.Order(Examples.RUN, side, asked));
    }

    private Answer await(Map<String, String> synced) {
        return new AwaitSecret(
                        world.migration,
                        world.externalSecrets,
                        world.wiring().places(),
                        world.clock)
                .answer(new AwaitSecret.Order(Side.AURORA, synced, World.START));
    }
}
