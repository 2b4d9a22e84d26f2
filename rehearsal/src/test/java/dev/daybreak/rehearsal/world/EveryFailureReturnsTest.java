package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each state of the window fails for good, one after the other.
class EveryFailureReturnsTest {
    @TestFactory
    Stream<DynamicTest> bringsTheApplicationBackWhenThisFails() {
        return Window.tasks().stream()
                .map(state -> DynamicTest.dynamicTest(state, () -> returns(state)));
    }

    private static void returns(String state) {
        var ended = new Play().failing(state).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
        assertThat(ended.endings()).hasSize(1);
        var told = ended.endings().getFirst();
        assertThat(told.level()).isEqualTo(Alert.Level.WARNING);
        assertThat(told.happened() + told.details()).contains(state, "--fail " + state);
    }
}
