package dev.daybreak.rehearsal.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.report.Display;
import dev.daybreak.rehearsal.report.Phase;
import dev.daybreak.rehearsal.report.Step;
import dev.daybreak.rehearsal.report.Stories;
import dev.daybreak.rehearsal.report.WritersNow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DisplaysTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void plainLinesHoldNoControlCharacterAndOnlyLettersThatCanBeShown() {
        show(new PlainLines(out(US_ASCII)));

        assertThat(text(US_ASCII))
                .containsPattern("AwaitReady x3 +a +\\[31mred note")
                .matches(this::isPlain);
    }

    @Test
    void aTerminalShowsTheDowntimeWhileItRuns() {
        show(new LiveTerminal(out(UTF_8), Paint.NONE));

        assertThat(text(UTF_8)).contains("■ DOWN   3.4 s", "━━━━━━━━━━━━━━━", "AwaitReady ×3");
    }

    @Test
    void withoutColourATerminalStillMovesItsLastLinesOnly() {
        show(new LiveTerminal(out(UTF_8), Paint.NONE));

        assertThat(text(UTF_8)).doesNotContainPattern("\u001b\\[[0-9;]*m");
    }

    @Test
    void nothingMovesAfterTheSummary() {
        var display = new LiveTerminal(out(UTF_8), Paint.ANSI);
        show(display);
        var before = written.size();

        display.writers(now());

        assertThat(written.size()).isEqualTo(before);
        assertThat(text(UTF_8)).contains("report.html", "P1", "Daybreak: moved", "6.00 s");
    }

    private void show(Display display) {
        display.preparing("the database");
        display.progress(50 << 20, 100 << 20);
        display.phase(Phase.CUT_OVER);
        display.at("AwaitReady");
        display.writers(now());
        var entered = Instant.parse("2026-11-22T08:00:00Z");
        display.step(
                new Step(
                        "AwaitReady",
                        3,
                        entered,
                        entered.plusSeconds(2),
                        "a \u001b[31mred note\nand more",
                        false));
        display.finished(Stories.moved(Path.of("/somewhere")));
    }

    private static WritersNow now() {
        return new WritersNow(100, 5, 0, 7, false, Duration.ofMillis(3400));
    }

    private boolean isPlain(String text) {
        return text.chars().allMatch(letter -> letter == '\n' || (letter >= ' ' && letter <= '~'));
    }

    private PrintStream out(Charset charset) {
        return new PrintStream(written, true, charset);
    }

    private String text(Charset charset) {
        return written.toString(charset).replace(System.lineSeparator(), "\n");
    }
}
