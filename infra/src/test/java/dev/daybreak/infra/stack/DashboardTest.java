package dev.daybreak.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.infra.NeedsNode;
import dev.daybreak.infra.Synthesized;
import dev.daybreak.validation.Check;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// People see on one dashboard what was found, whichever stack found it.
@NeedsNode
class DashboardTest {
    private static final String BOARD =
            Synthesized.resources(Synthesized.daybreak(), "AWS::CloudWatch::Dashboard")
                    .values()
                    .stream()
                    .map(one -> one.path("Properties"))
                    .filter(
                            one ->
                                    one.path("DashboardName")
                                            .asText()
                                            .equals("daybreak-mosaic-prod"))
                    .map(one -> one.path("DashboardBody").toString().replace("\\\"", "\""))
                    .findFirst()
                    .orElseThrow();

    @Test
    void showsEveryCheckAndTheGreenDays() {
        var metrics =
                Stream.concat(Stream.of(Check.values()).map(Check::metric), Stream.of("GreenDays"));

        assertThat(metrics)
                .allSatisfy(
                        metric ->
                                assertThat(BOARD)
                                        .contains(
                                                "\"Daybreak\",\"%s\",\"Migration\",\"mosaic-prod\""
                                                        .formatted(metric)));
    }

    @Test
    void showsTheExecutionsOfEveryStateMachine() {
        var machines =
                Synthesized.resources(Synthesized.daybreak(), "AWS::StepFunctions::StateMachine")
                        .values();

        assertThat(machines)
                .allSatisfy(
                        one ->
                                assertThat(BOARD)
                                        .contains(
                                                ":stateMachine:%s\""
                                                        .formatted(
                                                                one.at(
                                                                                "/Properties/StateMachineName")
                                                                        .asText())));
    }
}
