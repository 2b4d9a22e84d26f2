package dev.daybreak.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.daybreak.database.Address;
import dev.daybreak.database.Side;
import dev.daybreak.fault.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
    private static final String SECRET = "hunter2";
    private static final String WHOLE =
            """
            {"side": "RDS", "count": 3, "total": 5000000000, "yes": true, "text": "t",
             "since": "2026-03-01T20:00:00Z", "maybe": "m", "names": ["a"],
             "numbers": {"a": 1}, "place": {"host": "h", "port": 1, "database": "d"}}
            """;

    record Order(
            Side side,
            int count,
            long total,
            boolean yes,
            String text,
            Instant since,
            Optional<String> maybe,
            List<String> names,
            Map<String, Integer> numbers,
            Address place) {
        Order {
            names = List.copyOf(names);
            numbers = Map.copyOf(numbers);
        }
    }

    record Large(BigInteger sum) {}

    sealed interface Answer {
        record Done(Duration took, Instant at, Optional<String> note, Map<String, String> of)
                implements Answer {}

        record Nothing() implements Answer {}
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        "unknown field",
                        with("\"yes\": true", "\"yes\": true, \"no\": 1"),
                        "$.no: there is no such field"),
                arguments(
                        "unknown, deep",
                        with("\"port\": 1", "\"port\": 1, \"x\": 1"),
                        "$.place.x: there is no such field"),
                arguments("missing text", with("\"text\": \"t\",", ""), "$.text: it is missing"),
                arguments("missing number", with("\"count\": 3,", ""), "$.count: it is missing"),
                arguments("missing flag", with("\"yes\": true,", ""), "$.yes: it is missing"),
                arguments(
                        "missing list", with("\"names\": [\"a\"],", ""), "$.names: it is missing"),
                arguments("null text", with("\"t\"", "null"), "$.text: it is missing, null"),
                arguments("null number", with(": 3", ": null"), "$.count: it is missing"),
                arguments("null, deep", with("\"h\"", "null"), "$.place.host: it is missing"),
                arguments(
                        "wrong enum",
                        with("RDS", SECRET),
                        "$.side: it is missing, null or of another type"),
                arguments("enum in small letters", with("RDS", "rds"), "$.side: it is missing"),
                arguments("enum by number", with("\"RDS\"", "0"), "$.side: it is missing"),
                arguments("blank enum", with("RDS", ""), "$.side: it is missing"),
                arguments(
                        "number as text",
                        with(": 3", ": \"3\""),
                        "$.count: it is missing, null or of another type"),
                arguments(
                        "text as number",
                        with("\"t\"", "7"),
                        "$.text: it is missing, null or of another type"),
                arguments("text as flag", with(": true", ": \"true\""), "$.yes: it is missing"),
                arguments("number as flag", with(": true", ": 1"), "$.yes: it is missing"),
                arguments("part of a number", with(": 3", ": 3.5"), "$.count: it is"),
                arguments("whole as a fraction", with(": 3", ": 3.0"), "$.count: it is"),
                arguments("too large", with(": 3", ": 5000000000"), "$.count: it is"),
                arguments(
                        "one as a list",
                        with("[\"a\"]", "\"a\""),
                        "$.names: it is missing, null or of another type"),
                arguments("null in a list", with("[\"a\"]", "[null]"), "a value in it is null"),
                arguments(
                        "null in a map",
                        with("{\"a\": 1}", "{\"a\": null}"),
                        "a value in it is null"),
                arguments("instant as a word", with("2026-03-01T20:00:00Z", SECRET), "$.since"),
                arguments(
                        "impossible value",
                        with("\"port\": 1", "\"port\": 0"),
                        "$.place: port 0 is not within 1 to 65535"),
                arguments(
                        "twice the same",
                        with("\"count\": 3", "\"count\": 3, \"count\": 4"),
                        "no valid JSON"),
                arguments("text after the end", WHOLE + SECRET, "no valid JSON"),
                arguments("another after the end", WHOLE + "{}", ""),
                arguments("no end", WHOLE.substring(0, 20), ""),
                arguments(
                        "comment",
                        WHOLE.replace("{\"side\"", "{/*" + SECRET + "*/\"side\""),
                        "line 1: it is no valid JSON"),
                arguments("not a number", with(": 3", ": NaN"), "no valid JSON"),
                arguments("nothing", "", ""),
                arguments("null", "null", ""),
                arguments("a list", "[]", ""),
                arguments("a text", "\"" + SECRET + "\"", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesAnOrderThatIsNotExactlyRight(String what, String json, String says) {
        assertThatThrownBy(() -> read(json))
                .as(what)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(Order.class.getName())
                .hasMessageContaining(says)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void neverShowsTheValueThatItRefuses() {
        for (var field : List.of("\"RDS\"", ": 3", ": 5000000000", ": true", "[\"a\"]")) {
            var hidden = (field.startsWith(":") ? ": " : "") + "\"" + SECRET + "\"";

            assertThatThrownBy(() -> read(with(field, hidden)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageNotContaining(SECRET)
                    .hasNoCause();
        }
    }

    @Test
    void readsWhatIsRight() throws IOException {
        assertThat(read(WHOLE))
                .isEqualTo(
                        new Order(
                                Side.RDS,
                                3,
                                5_000_000_000L,
                                true,
                                "t",
                                Instant.parse("2026-03-01T20:00:00Z"),
                                Optional.of("m"),
                                List.of("a"),
                                Map.of("a", 1),
                                new Address("h", 1, "d")));
        assertThat(read(with("\"maybe\": \"m\",", "")).maybe()).isEmpty();
    }

    @Test
    void keepsEveryDigitOfANumber() throws IOException {
        var tree = Json.MAPPER.readTree("[12345678901234567890.12345678901234567890]");

        assertThat(tree.get(0).decimalValue())
                .isEqualByComparingTo("12345678901234567890.12345678901234567890");
    }

    @Test
    void writesTheAnswersSimpleNameFirst() throws IOException {
        var done =
                new Answer.Done(
                        Duration.ofMillis(90_500),
                        Instant.parse("2026-03-01T20:00:00Z"),
                        Optional.empty(),
                        Map.of("c", "3", "a", "1", "d", "4", "b", "2"));

        assertThat(written(done))
                .isEqualTo(
                        "{\"decision\":\"Done\",\"took\":\"PT1M30.5S\",\"at\":\"2026-03-01T20:00:00Z\","
                                + "\"of\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"d\":\"4\"}}");
        assertThat(written(new Answer.Nothing())).isEqualTo("{\"decision\":\"Nothing\"}");
    }

    /// A sequence may stand at 2^63-1, and a workflow's expressions compute in doubles.
    @Test
    void writesWhatADoubleCannotHoldAsText() throws IOException {
        var large = new Large(new BigInteger("9223372036854775807"));
        var out = new ByteArrayOutputStream();
        Json.write(out, large);

        assertThat(out.toString(UTF_8))
                .isEqualTo("{\"decision\":\"Large\",\"sum\":\"9223372036854775807\"}");
        var in = new ByteArrayInputStream("{\"sum\":\"9223372036854775807\"}".getBytes(UTF_8));
        assertThat(Json.read(in, Large.class)).isEqualTo(large);
    }

    private static String with(String old, String changed) {
        assertThat(WHOLE).contains(old);
        return WHOLE.replace(old, changed);
    }

    private static Order read(String json) throws IOException {
        return Json.read(new ByteArrayInputStream(json.getBytes(UTF_8)), Order.class);
    }

    private static String written(Answer answer) throws IOException {
        var out = new ByteArrayOutputStream();
        Json.write(out, answer);
        return out.toString(UTF_8);
    }
}
