package dev.daybreak.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.forecast.Forecast.Part;
import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Forecast.Measured MEASURED =
            new Forecast.Measured(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(300),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(600),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15));

    private final World world = new World();

    @Test
    void addsUpItsParts() {
        assertThat(Forecast.of(MEASURED, false))
                .isEqualTo(
                        new Forecast(
                                48_400,
                                false,
                                List.of(
                                        new Part("the pods end", 10_000),
                                        new Part("both databases are compared", 20_000),
                                        new Part("the pods start", 15_000),
                                        new Part("Daybreak's own steps", 3_400))));
    }

    @Test
    void addsSnapshotAndClusterWhereAuroraIsBuiltAnew() {
        var forecast = Forecast.of(MEASURED, true);

        assertThat(forecast.milliseconds()).isEqualTo(48_400 + 60_000 + 300_000 + 300);
        assertThat(forecast.rebuild()).isTrue();
        assertThat(forecast.parts())
                .contains(
                        new Part("the final snapshot", 60_000),
                        new Part("Aurora is built from it", 300_000));
    }

    @Test
    void isNeverLessThanItsParts() {
        for (var rebuild : List.of(true, false)) {
            var forecast = Forecast.of(MEASURED, rebuild);

            assertThat(forecast.parts().stream().mapToLong(Part::milliseconds).sum())
                    .isEqualTo(forecast.milliseconds());
        }
    }

    @Test
    void takesThePodsThatRunNow() {
        world.deployments.pods(
                Examples.SELECTOR, List.of(pod(Optional.of(4)), pod(Optional.of(25))));

        assertThat(parts())
                .contains(new Part("the pods end", 10_000), new Part("the pods start", 25_000));
    }

    @Test
    void guessesWhereNoPodTellsHowLongItTook() {
        world.deployments.pods(Examples.SELECTOR, List.of(pod(Optional.empty())));
        world.deployments.remove("core-api");

        assertThat(parts())
                .contains(new Part("the pods end", 5_000), new Part("the pods start", 30_000));
    }

    private List<Part> parts() {
        var answer =
                new ForecastDowntime(world.migration, world.deployments, Duration.ofSeconds(2))
                        .answer(
                                new ForecastDowntime.Order(
                                        1,
                                        2,
                                        3,
                                        World.START,
                                        World.START.plusMillis(600),
                                        World.START,
                                        World.START.plusMillis(100),
                                        false));
        return switch (answer) {
            case ForecastDowntime.Answer.Forecasted(var forecast) -> forecast.parts();
        };
    }

    private static Pod pod(Optional<Integer> seconds) {
        return new Pod(
                "pod",
                "Running",
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                seconds.map(Duration::ofSeconds));
    }
}
