package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an expression gives for the input `{"a": {"n": 3, "none": null, "list": [1]}}`.
class ExpressionTest {
    private static final String INPUT =
            "{'a': {'n': 3, 'none': null, 'list': [1], 'text': 'x'}, 'big': 9007199254740993}";

    @Test
    void changesACopyAndNeverTheInput() {
        assertThat(outcome("[($states.input ~> |a|{'n': 5}|).a.n, $states.input.a.n]"))
                .isEqualTo(Trial.succeeded("[5, 3]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            $states.input.a        | {'n': 3, 'none': null, 'list': [1], 'text': 'x'}
            $states.input.a.none                        | null
            $states.input.a.none = null                 | true
            $exists($states.input.a.none)               | true
            $exists($states.input.a.gone)               | false
            $states.input.a.list                        | [1]
            $states.input.a.n + 0.5                     | 3.5
            $states.input.a.n * 2                       | 6
            $states.input.big                           | 9007199254740993
            $merge([$states.input.a, {'n': 4}]).n       | 4
            $append($states.input.a.list, [2, null])    | [1, 2, null]
            $keys($states.input.a)                      | ['n', 'none', 'list', 'text']
            {'x': $states.input.a.gone, 'y': null}      | {'y': null}
            $states.input.a.list[0]                     | 1
            $type($states.input.a.none)                 | 'null'
            $string($states.input.a.list)                | '[1]'
            $parse('{"k": [true]}').k                   | [true]
            $hash('x', 'MD5')                           | '9dd4e461268c8034f5c8564e155c67a6'
            $random(5) = $random(5)                     | true
            $partition([1..5], 2)                       | [[1, 2], [3, 4], [5]]
            $range(6, 0, -2)                            | [6, 4, 2, 0]
            $states.context.Execution.Name              | 'trial'
            $states.context.StateMachine.Name           | 'machine'
            $count($uuid().$match(/^[0-9a-f-]{14}4[0-9a-f]{3}-[89ab][0-9a-f-]{16}$/)) | 1
            """)
    void gives(String expression, String value) {
        assertThat(outcome(expression)).isEqualTo(Trial.succeeded(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            $states.result            | returned nothing (undefined).
            $states.input.gone        | returned nothing (undefined).
            function($x) { $x }       | returned an unsupported result type.
            1 + 'x'                   | threw an error during evaluation. T2002
            $parse('{')               | threw an error during evaluation. D3001
            $hash('x', 'MD0')         | threw an error during evaluation. T0410
            $partition([1], 0)        | threw an error during evaluation. T0410
            $range(1, 2, 0)           | threw an error during evaluation. T0410
            $error('on purpose')      | threw an error during evaluation. D3137
            $nowhere(1)               | threw an error during evaluation. T1006
            """)
    void failsTheState(String expression, String why) {
        assertThat(outcome(expression))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.failure().error()).contains(Failure.QUERY);
                            assertThat(failed.failure().cause().orElseThrow()).contains(why);
                        });
    }

    private static Outcome outcome(String expression) {
        var output = TextNode.valueOf("{% " + expression + " %}");
        var definition =
                Trial.json("{'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'End': true}}}");
        ((ObjectNode) definition.at("/States/P"))
                .put("QueryLanguage", "JSONata")
                .set("Output", output);
        return Trial.of(StateMachine.of("machine", definition)).run(INPUT);
    }
}
