package dev.daybreak.scalers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.fakes.World;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalersTest {
    private static final Scaler KEDA =
            new Scaler(Scaler.Kind.KEDA, "mosaic-prod", "core-api", Map.of("paused", "no"));
    private static final Scaler ARGO =
            new Scaler(Scaler.Kind.ARGO_CD, "argocd", "mosaic", Map.of("automated", "yes"));

    private final World world = new World();

    @Test
    void pausesAllAndPutsThemBackAsTheyWereRemembered() {
        var paused = new PauseScalers(world.scalers).answer(pause(KEDA, ARGO));
        var restored = new RestoreScalers(world.scalers).answer(restore(KEDA, ARGO));

        assertThat(paused).isEqualTo(new PauseScalers.Answer.Paused(2));
        assertThat(restored).isEqualTo(new RestoreScalers.Answer.Restored(2));
        assertThat(world.journal.effects())
                .containsExactly(
                        "pause core-api",
                        "pause mosaic",
                        "restore core-api to {paused=no}",
                        "restore mosaic to {automated=yes}");
    }

    @Test
    void isContentWithNone() {
        assertThat(new PauseScalers(world.scalers).answer(pause()))
                .isEqualTo(new PauseScalers.Answer.Paused(0));
        assertThat(new RestoreScalers(world.scalers).answer(restore()))
                .isEqualTo(new RestoreScalers.Answer.Restored(0));
    }

    private static PauseScalers.Order pause(Scaler... scalers) {
        return new PauseScalers.Order(List.of(scalers));
    }

    private static RestoreScalers.Order restore(Scaler... scalers) {
        return new RestoreScalers.Order(List.of(scalers));
    }
}
