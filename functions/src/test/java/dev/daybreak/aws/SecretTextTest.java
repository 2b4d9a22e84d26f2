package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Unexpected;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
    private static final String VALUE = "hunter2-hunter2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":\"app\",\"port\":5432,\"password\":\"ä\\\"\\\\/\\u0001\",\"a\":\"\"}",
                "{\"z\":1.10,\"a\":1E+3,\"big\":123456789012345678901234567890,\"no\":null}",
                "{\"deep\":{\"b\":[1,null,{\"c\":true}]},\"flag\":false,\"port\":\"5432\"}",
                "{}"
            })
    void comesBackAsItWas(String text) {
        var fields = SecretText.read("s", Optional.of(text));
        assertThat(SecretText.write("s", fields)).isEqualTo(text);
    }

    @Test
    void changingTheHostChangesNothingElse() {
        var text = "{\"password\":\"p\",\"host\":\"rds\",\"port\":5432,\"x\":null}";
        var changed = SecretText.read("s", Optional.of(text)).with("host", "aurora");
        assertThat(SecretText.write("s", changed)).isEqualTo(text.replace("rds", "aurora"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VALUE,
                "\"" + VALUE + "\"",
                "[\"" + VALUE + "\"]",
                "null",
                "",
                "{\"password\": " + VALUE + "}",
                "{\"password\": \"" + VALUE + "\"} trailing",
                "{\"password\": \"a\", \"password\": \"" + VALUE + "\"}"
            })
    void refusesWhatIsNoObjectWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> SecretText.read("mosaic/prod", Optional.of(text)))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("mosaic/prod")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void refusesABinarySecret() {
        assertThatThrownBy(() -> SecretText.read("mosaic/prod", Optional.empty()))
                .isInstanceOf(Unexpected.class)
                .hasMessage("Secret mosaic/prod is binary, no JSON.");
    }
}
