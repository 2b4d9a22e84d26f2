package dev.daybreak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {
    /// Aurora skips some minor versions: there is no 16.7 and no 16.12.
    private static final List<String> AURORA =
            List.of("17.4", "16.13", "16.6", "16.11", "16.8", "16.9", "16.10", "16.20-limitless");

    @ParameterizedTest
    @CsvSource({
        "16.15, 16.15",
        "16.15 (Debian 16.15-1), 16.15",
        "16, 16.0",
        "17beta1, 17.0",
        "16.10, 16.10"
    })
    void readsWhatServersCallThemselves(String text, String version) {
        assertThat(ServerVersion.of(text)).hasToString(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PostgreSQL 16.15", ".15", "sixteen"})
    void refusesWhatBeginsWithoutANumber(String text) {
        assertThatThrownBy(() -> ServerVersion.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no PostgreSQL version");
    }

    @Test
    void ordersByNumberAndNotByLetter() {
        var sorted =
                List.of("9.6", "16.9", "16.10", "17.0").stream().map(ServerVersion::of).toList();

        assertThat(sorted.reversed().stream().sorted().toList()).isEqualTo(sorted);
    }

    @ParameterizedTest
    @CsvSource({
        "16.1, 16.6",
        "16.7, 16.8",
        "16.9, 16.9",
        "16.10, 16.10",
        "16.12, 16.13",
        "17.4, 17.4"
    })
    void isRestoredToTheOldestMinorVersionThatIsNoOlder(String rds, String aurora) {
        assertThat(ServerVersion.of(rds).restorableTo(AURORA))
                .hasToString("Optional[" + aurora + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16.14", "15.3", "17.5", "18.1"})
    void isNeverRestoredToAnOlderOneOrAnotherMajor(String rds) {
        assertThat(ServerVersion.of(rds).restorableTo(AURORA)).isEmpty();
    }
}
