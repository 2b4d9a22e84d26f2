package dev.daybreak.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.fakes.World;
import dev.daybreak.repair.AskForRepair.Answer;
import dev.daybreak.repair.AskForRepair.Order;
import dev.daybreak.repair.AskForRepair.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskForRepairTest {
    private static final String JAVA_CAUSE =
            "{\"errorMessage\":\"No route to the database.\",\"errorType\":\"x\"}";

    @ParameterizedTest
    @EnumSource(Task.class)
    void pagesWithTheCommandThatLetsTheWorkflowGoOn(Task task) {
        var world = new World();
        var step = new AskForRepair(world.wiring().migration(), world.wiring().alerts());

        var answer =
                step.answer(new Order(task, "LiftFence", "e", JAVA_CAUSE, "token-1", "arn:e", 600));

        var alert = world.alerts.sent().getLast();
        assertThat(answer).isEqualTo(new Answer.Paged(alert.subject()));
        assertThat(alert.level()).isEqualTo(Alert.Level.PAGE);
        assertThat(alert.subject()).contains("ACT NOW").hasSizeLessThanOrEqualTo(100);
        assertThat(alert.happened()).isEqualTo("LiftFence failed: No route to the database.");
        assertThat(alert.state()).contains("no write is lost");
        assertThat(alert.next()).contains("send-task-success", "--task-token 'token-1'");
        assertThat(alert.details())
                .contains("It waits for 10 minutes, then it ends where it stands.");
    }
}
