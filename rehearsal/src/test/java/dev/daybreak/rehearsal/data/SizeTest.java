package dev.daybreak.rehearsal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {
    @ParameterizedTest
    @CsvSource({"200MB,200", "50MB,50", "1GB,1024", "5GB,5120", "1024MB,1024"})
    void readsMegabytesAndGigabytes(String text, long megabytes) {
        assertThat(Size.parse(text)).isEqualTo(new Size(megabytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "200",
                "200mb",
                "200 MB",
                "0MB",
                "049MB",
                "49MB",
                "1.5GB",
                "-1GB",
                "101GB",
                "9999999MB",
                "5TB",
                "5GB "
            })
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Size.parse(text));
    }
}
