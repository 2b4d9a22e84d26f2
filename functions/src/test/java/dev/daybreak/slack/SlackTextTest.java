package dev.daybreak.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.approval.RequestApproval;
import dev.daybreak.fakes.World;
import dev.daybreak.forecast.Forecast;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {
    /// Step Functions gives none that is longer.
    private static final int TOKEN_CHARACTERS_MAX = 2048;

    /// A longer text is split into several messages, at a place of Slack's choice.
    private static final int UNSPLIT = 4000;

    @Test
    void escapesWhatMeansSomethingToSlackAndNothingElse() {
        assertThat(SlackText.of(Optional.of("a & b"), "<!channel> *x* _y_ 'z' {} &amp;"))
                .isEqualTo("a &amp; b\n\n&lt;!channel&gt; *x* _y_ 'z' {} &amp;amp;");
    }

    @Test
    void whatFitsIsLeftWhole() {
        var text = "x".repeat(SlackText.CHARACTERS_MAX);

        assertThat(SlackText.of(Optional.empty(), text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "&", "<", "🌊", "x🌊", "xx&", "é<"})
    void whatIsTooLongIsCutWithAWordAboutItAndNeverWithinACharacter(String part) {
        for (int shift = 0; shift < 6; shift++) {
            var text = SlackText.of(Optional.empty(), "y".repeat(shift) + part.repeat(50_000));

            assertThat(text).hasSizeLessThanOrEqualTo(SlackText.CHARACTERS_MAX);
            assertThat(text).hasSizeGreaterThan(SlackText.CHARACTERS_MAX - 10);
            assertThat(text).endsWith(SlackText.CUT);
            var kept = text.substring(0, text.length() - SlackText.CUT.length());
            assertThat(unescaped(kept)).matches("y{%d}[xé&<🌊]*".formatted(shift));
            assertThat(kept.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
        }
    }

    @Test
    void aRequestForApprovalStillHoldsWhatItTakesToAnswer() {
        var world = new World();
        var token = "AQ+/".repeat(TOKEN_CHARACTERS_MAX / 4);
        new RequestApproval(world.migration, world.alerts)
                .answer(
                        new RequestApproval.Order(
                                token,
                                "execution",
                                new Forecast(10, false, List.of()),
                                Collections.nCopies(2000, "a table <without> a key & more"),
                                86_400));
        var alert = world.alerts.last();

        var text = unescaped(SlackText.of(Optional.of(alert.subject()), alert.body()));

        assertThat(text).endsWith(SlackText.CUT);
        assertThat(text.substring(0, UNSPLIT))
                .contains(
                        "aws stepfunctions send-task-success --region us-east-1 --task-output"
                                + " '{\"approved\":true}' --task-token '"
                                + token
                                + "'");
        assertThat(text).contains("'{\"approved\":false}' --task-token '" + token + "'");
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
