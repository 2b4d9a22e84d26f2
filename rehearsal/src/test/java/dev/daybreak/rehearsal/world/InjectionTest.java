package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What `--inject` makes go wrong is told.
class InjectionTest {
    /// A rotation is none of it.
    @Test
    void whatTheValidationFindsIsTold() {
        assertThat(
                        told(
                                1,
                                Injection.STRAGGLER,
                                Injection.APPLICATION_ERRORS,
                                Injection.ROTATED_PASSWORD))
                .last()
                .asString()
                .contains("2 findings", "STRAGGLERS", "LOGS");
    }

    @Thorough
    @Test
    void aBrokenStreamIsTold() {
        assertThat(told(1, Injection.BROKEN_STREAM)).last().asString().contains("STREAM");
    }

    @Test
    void whatAwsStartsIsStoppedAgain() {
        assertThat(told(14, Injection.AUTO_START))
                .anyMatch(subject -> subject.endsWith("the old instance is stopped again"))
                .noneMatch(subject -> subject.contains("somebody"))
                .last()
                .asString()
                .endsWith("the old instance is gone, the move is over");
    }

    @Thorough
    @Test
    void whatSomebodyStartsIsLeftAlone() {
        assertThat(told(14, Injection.HUMAN_START))
                .anyMatch(subject -> subject.endsWith("started the old instance; left alone"))
                .noneMatch(subject -> subject.contains("stopped again"));
    }

    private static List<String> told(int days, Injection... injections) {
        var ended = new Play().quiet().injecting(days, Set.of(injections)).run();
        assertThat(ended.brokenPromises()).isEmpty();
        return ended.endings().stream().map(Alert::subject).toList();
    }
}
