package dev.daybreak.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.asl.State;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.world.Rehearsal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowTest {
    private static final StateMachine MACHINE = Rehearsal.workflow(Path.of(".."));

    private final Workflow workflow = Workflow.of(MACHINE);

    @ParameterizedTest
    @CsvSource({
        "BeginMigration,PREPARE",
        "RemoveTrial,PREPARE",
        "ForecastDowntime,PREPARE",
        "RequestApproval,APPROVE",
        "LookAgain,APPROVE",
        "Remember,APPROVE",
        "PauseScalers,CUT_OVER",
        "AwaitFinalSnapshot,CUT_OVER",
        "OpenForWrites,CUT_OVER",
        "AnnounceFinished,CUT_OVER",
        "Return,RETURN",
        "LiftFence,RETURN",
        "AnnounceStopped,STOP"
    })
    void findsThePhaseInTheGraph(String state, Phase phase) {
        assertThat(workflow.phase(state)).contains(phase);
    }

    @Test
    void whatBelongsToSeveralPhasesHasNone() {
        assertThat(workflow.phase("RemoveLeftovers")).isEmpty();
    }

    @Test
    void whereverAFailureReturnsIsTheWindow() {
        assertThat(MACHINE.graph().states().values())
                .filteredOn(State.Task.class::isInstance)
                .filteredOn(
                        state ->
                                state.catchers().stream()
                                        .anyMatch(
                                                c -> c.exit().next().equals(Optional.of("Return"))))
                .isNotEmpty()
                .allMatch(
                        state -> workflow.phase(state.name()).equals(Optional.of(Phase.CUT_OVER)));
    }

    @Test
    void aLoopIsATaskWithItsChoicesAndWaits() {
        assertThat(workflow.loop("AwaitSnapshot"))
                .containsExactly("AwaitSnapshot", "IsSnapshot", "WaitForSnapshot");
        assertThat(workflow.loop("Fence")).isEmpty();
    }

    @Test
    void everyStateThatAShareNamesIsThere() {
        var names = MACHINE.allStates().stream().map(State::name).toList();

        assertThat(names).containsAll(Share.named());
    }
}
