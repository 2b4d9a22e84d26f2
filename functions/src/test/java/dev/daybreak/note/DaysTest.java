package dev.daybreak.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    /// Each letter is a day: green, red, or not validated; the last one is today.
    @ParameterizedTest
    @CsvSource({
        "'', 0", "g, 1", "gg, 2", "gg-, 2", "g--, 0", "gr, 0", "rgg, 2", "g-g, 1", "r-, 0",
    })
    void aGapOrAFindingBeginsAnew(String days, int green) {
        var noted = Days.NONE;
        for (int i = 0; i < days.length(); i++) {
            if (days.charAt(i) != '-') {
                noted =
                        noted.with(
                                new Day(
                                        FIRST.plusDays(i),
                                        days.charAt(i) == 'g' ? List.of() : List.of("stream")));
            }
        }

        assertThat(noted.greenUntil(FIRST.plusDays(Math.max(0, days.length() - 1))))
                .isEqualTo(green);
    }

    @ParameterizedTest
    @CsvSource({"gg, true", "rg, false", "gr, false"})
    void aFindingStaysAFindingWhateverASecondLookSays(String looks, boolean green) {
        var noted = Days.NONE;
        for (int i = 0; i < looks.length(); i++) {
            noted =
                    noted.with(
                            new Day(FIRST, looks.charAt(i) == 'g' ? List.of() : List.of("stream")));
        }

        assertThat(noted.days()).hasSize(1);
        assertThat(noted.days().getFirst().isGreen()).isEqualTo(green);
    }
}
