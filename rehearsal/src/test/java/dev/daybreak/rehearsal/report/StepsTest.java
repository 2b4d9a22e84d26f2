package dev.daybreak.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.world.Rehearsal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final Steps steps = new Steps(Workflow.of(Rehearsal.workflow(Path.of(".."))));
    private final List<Step> done = new ArrayList<>();
    private Instant now = Stories.BEGIN;

    @Test
    void aLoopIsOneStepWithItsLastNote() {
        visit("AwaitSnapshot", "NotYet");
        visit("IsSnapshot", "NotYet");
        visit("WaitForSnapshot", "NotYet");
        visit("AwaitSnapshot", "Available");
        visit("IsSnapshot", "Available");
        assertThat(done).isEmpty();

        visit("CreateAurora", "Ordered");

        assertThat(done)
                .extracting(Step::state, Step::looks, Step::note)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("AwaitSnapshot", 2, "Available"),
                        org.assertj.core.groups.Tuple.tuple("CreateAurora", 1, "Ordered"));
        assertThat(done.getFirst().took()).hasSeconds(4);
    }

    @Test
    void whatRunsSideBySideEndsNoLoopOfAnotherBranch() {
        visit("AwaitFinalSnapshot", "NotYet");
        visit("RemoveCandidate", "Gone");
        visit("AwaitFinalSnapshot", "Available");
        visit("CreateFinalAurora", "Ordered");

        assertThat(done)
                .extracting(Step::state)
                .containsExactlyInAnyOrder(
                        "AwaitFinalSnapshot", "RemoveCandidate", "CreateFinalAurora");
    }

    @Test
    void theEndOfTheWorkflowEndsALoop() {
        visit("RemoveLeftovers", "Gone");

        assertThat(steps.ended()).extracting(Step::state).containsExactly("RemoveLeftovers");
        assertThat(steps.ended()).isEmpty();
    }

    private void visit(String state, String note) {
        done.addAll(steps.entered(state));
        var entered = now;
        now = now.plusSeconds(1);
        done.addAll(steps.left(new Visit(state, entered, now), note, false));
    }
}
