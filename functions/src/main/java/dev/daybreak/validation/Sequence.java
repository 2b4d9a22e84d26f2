package dev.daybreak.validation;

import java.math.BigInteger;
import java.util.Optional;

/// A sequence as one database has it.
///
/// @param name schema and name, quoted where SQL needs it
/// @param last the last value that was given; empty where none was
/// @param increment negative where it counts down
/// @param end the last value that it can give
/// @param start where it begins
/// @param cycles whether it begins anew at its end
public record Sequence(
        String name,
        Optional<BigInteger> last,
        BigInteger increment,
        BigInteger start,
        BigInteger end,
        boolean cycles) {

    /// Whether it gave everything that the other one gave.
    public boolean isAtOrPast(Sequence other) {
        return other.last()
                .map(theirs -> last.filter(ours -> isNotBefore(ours, theirs)).isPresent())
                .orElse(true);
    }

    /// How much of its way is used up, in percent.
    public int usedPercent() {
        var way = end.subtract(start).abs().max(BigInteger.ONE);
        return last.map(
                        at ->
                                at.subtract(start)
                                        .abs()
                                        .multiply(BigInteger.valueOf(100))
                                        .divide(way))
                .orElse(BigInteger.ZERO)
                .intValue();
    }

    private boolean isNotBefore(BigInteger ours, BigInteger theirs) {
        return ours.subtract(theirs).signum() * increment.signum() >= 0;
    }
}
