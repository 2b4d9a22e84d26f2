package dev.daybreak.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Promise P10: the workflows and the handlers are about the same steps, orders and enums.
class HandlersAgreementTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    /// What the stack fills in besides functions.
    private static final Set<String> OTHER_PLACEHOLDERS = Set.of("AlertTopic");

    static Stream<State> lambdas() {
        return Workflow.lambdas();
    }

    @Test
    void everyFunctionIsAHandlerAndEveryHandlerIsUsed() {
        var used =
                Workflow.lambdas().map(State::step).collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).doesNotContainAnyElementsOf(Steps.STARTED_OTHERWISE.keySet());
        used.addAll(Steps.STARTED_OTHERWISE.keySet());
        assertThat(used).isEqualTo(Steps.byName().keySet());
    }

    @Test
    void noPlaceholderIsUnknown() {
        var known =
                Workflow.lambdas().map(one -> one.step() + "Function").collect(Collectors.toSet());
        known.addAll(OTHER_PLACEHOLDERS);
        var seen =
                Workflow.allStates()
                        .flatMap(one -> PLACEHOLDER.matcher(one.json().toString()).results())
                        .map(one -> one.group(1))
                        .collect(Collectors.toSet());

        assertThat(seen).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("lambdas")
    void aTasksPayloadIsItsStepsOrder(State task) {
        var payload = task.json().path("Arguments").path("Payload");
        var sent = payload.properties().stream().map(Map.Entry::getKey).toList();

        assertThat(payload.isObject()).isTrue();
        assertThat(sent)
                .containsExactlyInAnyOrderElementsOf(Fields.of(Steps.order(task.stepClass())));
    }

    @ParameterizedTest
    @MethodSource("lambdas")
    void anEnumIsSpeltAsTheStepReadsIt(State task) {
        Stream.of(Steps.order(task.stepClass()).getRecordComponents())
                .filter(component -> component.getType().isEnum())
                .forEach(
                        component ->
                                assertThat(names(component.getType()))
                                        .as(component.getName())
                                        .contains(
                                                task.json()
                                                        .at(
                                                                "/Arguments/Payload/"
                                                                        + component.getName())
                                                        .asText()));
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(Object::toString).toList();
    }
}
