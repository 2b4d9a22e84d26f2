package dev.daybreak.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.forecast.Forecast;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestApprovalTest {
    private static final Forecast FORECAST =
            new Forecast(12_345, true, List.of(new Forecast.Part("the pods end", 10_000)));

    @Test
    void asksWithTheForecastAndTheCommandsToAnswer() {
        var world = new World();

        assertThat(ask(world)).isEqualTo(new RequestApproval.Answer.Asked());

        var alert = world.alerts.last();
        assertThat(alert.level()).isEqualTo(Alert.Level.ASK);
        assertThat(alert.happened()).contains("12.3 s", Examples.CLUSTER);
        assertThat(alert.state()).contains(Examples.INSTANCE, "nothing was touched");
        assertThat(alert.next())
                .startsWith("Within 24 hours: aws stepfunctions send-task-success")
                .contains("--region us-east-1", "'{\"approved\":true}'", "--task-token 'to+ken='");
        assertThat(alert.body())
                .contains("To decline: ", "'{\"approved\":false}'")
                .contains("10.0 s  the pods end")
                .contains("Aurora is built anew")
                .contains("Warning: No index.")
                .contains("Execution: arn:execution");
    }

    @Test
    void hasASubjectThatFitsEvenForTheLongestName() {
        var world = new World(Examples.migration("m".repeat(63), List.of()));

        ask(world);

        assertThat(world.alerts.last().subject()).endsWith("approve the cutover?");
    }

    private static RequestApproval.Answer ask(World world) {
        return new RequestApproval(world.migration, world.alerts)
                .answer(
                        new RequestApproval.Order(
                                "to+ken=",
                                "arn:execution",
                                FORECAST,
                                List.of("No index."),
                                86_400));
    }
}
