package dev.daybreak.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Difference;
import dev.daybreak.proof.Method;
import dev.daybreak.proof.Reach;
import dev.daybreak.proof.TableProof;
import dev.daybreak.proof.Tally;
import dev.daybreak.runtime.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
    private static final int STATE_BYTES_MAX = 256 * 1024;

    /// Nothing catches States.DataLimitExceeded: the application would stay down, and nobody told.
    @Test
    void theLongestComparisonFitsIntoTheWorkflowsState() throws JsonProcessingException {
        var findings = new Findings();
        for (int i = 0; i < 2 * Comparison.DIFFERENCES_MAX; i++) {
            findings.add(longDifference());
        }
        var table = new TableProof("n".repeat(130), Long.MAX_VALUE, "f".repeat(32), false, 900_000);
        var longest =
                new Comparison(
                        Method.CHAIN,
                        Collections.nCopies(Comparison.TABLES_MAX, table),
                        Comparison.TABLES_MAX,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        900_000,
                        findings.first(),
                        findings.count());

        var json = Json.MAPPER.writeValueAsString(longest);

        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(STATE_BYTES_MAX);
        assertThat(longest.differencesInAll()).isEqualTo(2 * Comparison.DIFFERENCES_MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"あ", "\"", "\\", "\u0001"})
    void theLongestCursorFitsToo(String character) throws JsonProcessingException {
        var findings = new Findings();
        for (int i = 0; i < Comparison.DIFFERENCES_MAX; i++) {
            findings.add(longDifference(character));
        }
        var table = new TableProof("n".repeat(130), Long.MAX_VALUE, "f".repeat(32), false, 900_000);
        var soFar =
                new Comparison(
                        Method.CHAIN,
                        Collections.nCopies(Comparison.TABLES_MAX, table),
                        Comparison.TABLES_MAX,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        900_000,
                        findings.first(),
                        findings.count());
        var now = Instant.parse("2026-12-01T00:00:00.123456789Z");
        var tally = new Tally(Long.MAX_VALUE, BigInteger.ONE.shiftLeft(127), now, now);
        var tallies =
                IntStream.range(0, ComparingCall.TABLES_AT_A_TIME)
                        .boxed()
                        .collect(Collectors.toMap(i -> i + "n".repeat(128), _ -> tally));
        var reach = new Reach(63, Long.MAX_VALUE, tallies);
        var cursor = new Cursor(now, 2, "0000-1", "0000-2", soFar, reach, reach);

        var json = Json.MAPPER.writeValueAsString(Map.of("cursor", Json.text(cursor)));

        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(STATE_BYTES_MAX);
    }

    @Test
    void leavesWhatIsShortAsItIs() {
        var difference =
                new Difference(
                        "public.orders", Difference.Kind.CONTENT, "rows differ", List.of("7"));
        var findings = new Findings();

        findings.add(difference);

        assertThat(findings.first()).containsExactly(difference);
    }

    /// Each character of it takes three bytes.
    private static Difference longDifference() {
        return longDifference("あ");
    }

    private static Difference longDifference(String character) {
        var text = character.repeat(10_000);
        return new Difference(
                text,
                Difference.Kind.CONTENT,
                text,
                Collections.nCopies(Difference.KEYS_MAX, text));
    }
}
