package dev.daybreak.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineVersionTest {
    /// Aurora skips some minor versions: there is no 16.7 and no 16.12.
    private static final List<String> AURORA =
            List.of("17.4", "16.13", "16.6", "16.11", "16.8", "16.9", "16.10", "16.20-limitless");

    @ParameterizedTest
    @CsvSource({
        "16.1, 16.6",
        "16.7, 16.8",
        "16.9, 16.9",
        "16.10, 16.10",
        "16.12, 16.13",
        "17.4, 17.4"
    })
    void takesTheOldestMinorVersionThatIsNoOlder(String rds, String aurora) {
        assertThat(restorable(rds)).isEqualTo(aurora);
    }

    @ParameterizedTest
    @CsvSource({"16.14", "15.3", "17.5", "18.1", "16", "''"})
    void neverGoesBackOrToAnotherMajor(String rds) {
        assertThat(restorable(rds)).isEqualTo("none");
    }

    private static String restorable(String rds) {
        return EngineVersion.of(rds)
                .flatMap(version -> version.restorableTo(AURORA))
                .map(EngineVersion::toString)
                .orElse("none");
    }
}
