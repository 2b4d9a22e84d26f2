package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.asl.EventType;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the settings, the approver and the execution's input decide.
class ChoicesTest {
    private static final String RETURN = "\"onLateWrites\": \"return\"";
    private static final String RESNAPSHOT = "\"onLateWrites\": \"resnapshot\"";

    @Test
    void returnsWithRowsAndTablesWhereSomebodyWroteAfterTheLastLook() {
        var meddler =
                new Meddler() {
                    @Override
                    public void heard(World world, HistoryEvent event) {
                        if (event.type() == EventType.TASK_STATE_ENTERED
                                && event.state().equals("Remember")) {
                            world.clients().quiet(false);
                        }
                    }
                };
        var ended = new Play().settings(RESNAPSHOT, RETURN).quiet().meddler(meddler).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
        assertThat(ended.endings()).hasSize(1);
        assertThat(ended.endings().getFirst().happened())
                .containsPattern("\\d+ rows")
                .contains("live_write");
    }

    @Test
    void opensNoWindowThatCouldOnlyReturn() {
        var ended = new Play().settings(RESNAPSHOT, RETURN).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Refused");
        assertThat(ended.states()).doesNotContain("RequestApproval", "Remember");
        assertThat(ended.endings().getFirst().happened()).contains("onLateWrites", "live_write");
        assertThat(ended.after()).isEqualTo(ended.before());
    }

    @Test
    void stopsWhereTheApproverDeclines() {
        var ended = new Play().approver((_, answer) -> answer.accept(false)).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Stopped");
        assertThat(ended.endings().getFirst().happened()).contains("declined");
        assertThat(ended.after()).isEqualTo(ended.before());
    }

    @Test
    void stopsWhereNobodyAnswers() {
        var ended =
                new Play()
                        .approver((_, _) -> {})
                        .limits(limits -> ShortLimits.approval(limits, Duration.ofSeconds(1)))
                        .run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Stopped");
        assertThat(ended.endings().getFirst().happened()).contains("RequestApproval");
        assertThat(ended.after()).isEqualTo(ended.before());
    }

    @Test
    void asksNobodyWhereTheSettingsSaySo() {
        var ended =
                new Play()
                        .quiet()
                        .settings("\"approval\": \"required\"", "\"approval\": \"none\"")
                        .run();
        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(ended.report().alerts()).noneMatch(alert -> alert.level() == Alert.Level.ASK);
    }

    @Test
    void refusesAnExtensionThatAuroraDoesNotHaveByNameBeforeItAsksAnybody() {
        var ended = new Play().settings("[\"pg_trgm\"]", "[\"pg_trgm\", \"age\"]").run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Refused");
        assertThat(ended.states()).doesNotContain("RequestApproval");
        assertThat(ended.endings().getFirst().happened()).contains("age");
    }

    @Test
    void refusesAnInputThatItDoesNotUnderstandByName() {
        var meddler =
                new Meddler() {
                    @Override
                    public ObjectNode input(ObjectNode input) {
                        return input.put("aproval", "none");
                    }
                };
        var ended = new Play().meddler(meddler).indiscreet().run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Refused");
        assertThat(ended.endings().getFirst().happened()).contains("aproval");
    }
}
