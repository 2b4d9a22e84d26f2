package dev.daybreak.proof;

import java.math.BigInteger;
import java.time.Instant;

/// Rows and the sum of their hashes, from one piece of a table or several.
public record Tally(long rows, BigInteger sum, Instant start, Instant end) {
    public Tally plus(Tally other) {
        return new Tally(
                rows + other.rows,
                sum.add(other.sum),
                start.isBefore(other.start) ? start : other.start,
                end.isAfter(other.end) ? end : other.end);
    }

    public boolean isSame(Tally other) {
        return rows == other.rows && sum.equals(other.sum);
    }

    /// 128 bits, as many as the sum of 2^64 rows can need.
    public String checksum() {
        return "%032x".formatted(sum.mod(BigInteger.TWO.pow(128)));
    }
}
