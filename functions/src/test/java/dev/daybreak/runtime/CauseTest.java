package dev.daybreak.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTest {
    @Test
    void takesTheSentenceOutOfAJavaException() {
        assertThat(
                        Cause.sentence(
                                """
                                {"errorMessage": "The disk is full.",
                                 "errorType": "dev.daybreak.fault.Unavailable",
                                 "stackTrace": ["a", "b"]}
                                """))
                .isEqualTo("The disk is full.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A sentence.",
                "12 rows were written.",
                "12",
                "null",
                "{\"errorMessage\": 7}",
                "{\"errorMessage\": ",
                "[1]"
            })
    void leavesEverythingElseAsItIs(String cause) {
        assertThat(Cause.sentence(cause)).isEqualTo(cause);
    }
}
