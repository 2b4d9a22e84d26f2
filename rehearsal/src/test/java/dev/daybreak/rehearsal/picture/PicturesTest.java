package dev.daybreak.rehearsal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.world.Rehearsal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final Path REPOSITORY = Path.of("..");

    @Test
    void thePicturesAreWhatTheWorkflowsFileGives() {
        var drawn = Pictures.drawn(Rehearsal.workflow(REPOSITORY), REPOSITORY);

        assertThat(drawn).containsOnlyKeys(Path.of("docs", "workflow.svg"), Path.of("README.md"));
        assertThat(drawn)
                .as("run ./daybreak draw to renew them")
                .allSatisfy(
                        (file, text) ->
                                assertThat(Pictures.isUpToDate(REPOSITORY, file, text))
                                        .as(file.toString())
                                        .isTrue());
    }

    @Test
    void theWindowIsDrawnInItsOrderAndTheRebuildIsABranch() {
        var outline = Outline.of(Rehearsal.workflow(REPOSITORY));

        assertThat(outline.window())
                .containsSubsequence(
                        "Quiesce", "Fence", "FindLateWrites", "ProveEqual", "SwapHost", "Verify")
                .doesNotContainAnyElementsOf(outline.rebuild());
        assertThat(outline.rebuild()).contains("TakeFinalSnapshot", "CreateFinalAurora");
        assertThat(outline.window().get(outline.join() - 1)).isEqualTo("FindLateWrites");
        assertThat(outline.pointOfNoReturn()).isEqualTo("OpenForWrites");
        assertThat(outline.back()).containsSubsequence("CloseAurora", "RestoreHost", "LiftFence");
    }

    @Test
    void onlyWhatIsBetweenTheMarkersIsReplaced() {
        var readme = "before " + Pictures.BEGIN + " old " + Pictures.END + " after";

        assertThat(Pictures.filled(readme, "new"))
                .contains("before " + Pictures.BEGIN + "\nnew\n" + Pictures.END + " after");
        assertThat(Pictures.filled("no markers", "new")).isEmpty();
    }
}
