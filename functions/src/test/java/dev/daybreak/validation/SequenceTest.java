package dev.daybreak.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequenceTest {
    @Test
    void isPastAnotherByTheDirectionItCounts() {
        assertThat(up(10).isAtOrPast(up(10))).isTrue();
        assertThat(up(9).isAtOrPast(up(10))).isFalse();
        assertThat(down(-10).isAtOrPast(down(-9))).isTrue();
        assertThat(down(-8).isAtOrPast(down(-9))).isFalse();
    }

    @Test
    void oneThatWasNeverUsedIsPastNoneButAnUnusedOne() {
        var unused = sequence(Optional.empty(), 1, 100);

        assertThat(unused.isAtOrPast(up(1))).isFalse();
        assertThat(unused.isAtOrPast(unused)).isTrue();
        assertThat(up(1).isAtOrPast(unused)).isTrue();
    }

    @Test
    void saysHowMuchIsUsedUp() {
        assertThat(sequence(Optional.empty(), 1, 101).usedPercent()).isZero();
        assertThat(up(91).usedPercent()).isEqualTo(90);
        assertThat(down(-91).usedPercent()).isEqualTo(90);
    }

    private static Sequence up(long last) {
        return sequence(Optional.of(BigInteger.valueOf(last)), 1, 101);
    }

    private static Sequence down(long last) {
        return sequence(Optional.of(BigInteger.valueOf(last)), -1, -101);
    }

    private static Sequence sequence(Optional<BigInteger> last, int increment, long end) {
        return new Sequence(
                "public.s",
                last,
                BigInteger.valueOf(increment),
                BigInteger.valueOf(increment),
                BigInteger.valueOf(end),
                false);
    }
}
