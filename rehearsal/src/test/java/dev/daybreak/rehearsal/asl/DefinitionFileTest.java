package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFileTest {
    @TempDir private Path folder;

    @Test
    void placeholdersAreFilledAndTheMachineIsNamedAfterItsFile() throws IOException {
        var machine =
                StateMachine.load(
                        file(
                                """
                                {"StartAt": "T", "QueryLanguage": "JSONata", "States": {"T": {
                                  "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                                  "Arguments": {"FunctionName": "${Preflight}"}, "End": true}}}
                                """),
                        Map.of("Preflight", "preflight:live"));
        assertThat(machine.name()).isEqualTo("migrate");
        assertThat(machine.allStates())
                .singleElement()
                .extracting(state -> ((State.Task) state).functionName().orElseThrow())
                .isEqualTo("preflight:live");
    }

    @Test
    void aPlaceholderWithoutAValueAndAValueWithoutAPlaceholderAreRefused() throws IOException {
        var file =
                file("{\"StartAt\": \"${First}\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
        assertThatThrownBy(() -> StateMachine.load(file, Map.of("Frist", "A")))
                .isInstanceOf(RefusedDefinition.class)
                .hasMessageContainingAll(
                        "The state machine migrate can't be run",
                        "nothing is given for the placeholder ${First} in line 1",
                        "a value is given for ${Frist}, which isn't there");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLine() throws IOException {
        var file = file("{\n  \"StartAt\": }");
        assertThatThrownBy(() -> StateMachine.load(file, Map.of()))
                .isInstanceOf(RefusedDefinition.class)
                .hasMessageContaining("is no JSON in line 2, column 14");
    }

    @Test
    void aFieldThatIsGivenTwiceIsRefused() throws IOException {
        var file = file("{\"StartAt\": \"A\", \"StartAt\": \"B\"}");
        assertThatThrownBy(() -> StateMachine.load(file, Map.of()))
                .isInstanceOf(RefusedDefinition.class)
                .hasMessageContaining("Duplicate field 'StartAt'");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> StateMachine.load(folder.resolve("none"), Map.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none can't be read");
    }

    @Test
    void aLoadedMachineShowsItsStatesWaysAndErrors() {
        var machine =
                Trial.machine(
                        """
                        {'StartAt': 'P', 'States': {
                          'P': {'Type': 'Parallel', 'Next': 'C',
                            'Branches': [{'StartAt': 'I', 'States': {'I': {'Type': 'Pass',
                              'End': true}}}],
                            'Retry': [{'ErrorEquals': ['Throttled', 'Busy']}],
                            'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'S'}]},
                          'C': {'Type': 'Choice', 'Default': 'P',
                            'Choices': [{'Condition': '{% $states.input > 1 %}', 'Next': 'S'}]},
                          'S': {'Type': 'Succeed'}}}
                        """);
        assertThat(machine.allStates()).extracting(State::name).containsExactly("P", "I", "C", "S");
        assertThat(machine.allStates().stream().flatMap(state -> state.edges().stream()))
                .containsExactly(
                        new Edge("P", "C", new Edge.Why.Done()),
                        new Edge("P", "S", new Edge.Why.Caught(List.of("States.ALL"))),
                        new Edge("C", "S", new Edge.Why.Chosen("{% $states.input > 1 %}")),
                        new Edge("C", "P", new Edge.Why.Otherwise()));
        assertThat(machine.errorNames()).containsExactly("Busy", "States.ALL", "Throttled");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("migrate.asl.json"), text);
    }
}
