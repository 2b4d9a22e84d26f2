package dev.daybreak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {
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
}
