package dev.daybreak.rehearsal.writers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    @ParameterizedTest
    @CsvSource({
        "42501,NO_PERMISSION",
        "25006,READ_ONLY",
        "57P01,SESSION_ENDED",
        "57P03,SESSION_ENDED",
        "57014,CANCELLED",
        "28P01,LOGIN_REFUSED",
        "28000,LOGIN_REFUSED",
        "08001,UNREACHABLE",
        "08006,CONNECTION_LOST",
        "3D000,NO_SUCH_DATABASE",
        "53300,NO_RESOURCES",
        "23505,OTHER",
        ",OTHER"
    })
    void tellsRefusalsApartByTheirState(String state, Refusal refusal) {
        assertThat(Refusal.of(new SQLException("refused", state))).isEqualTo(refusal);
    }
}
