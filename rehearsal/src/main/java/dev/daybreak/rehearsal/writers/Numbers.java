package dev.daybreak.rehearsal.writers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A set of row numbers that takes one bit a number.
public final class Numbers {
    private final BitSet bits;

    Numbers() {
        this(new BitSet());
    }

    private Numbers(BitSet bits) {
        this.bits = bits;
    }

    /// Answers whether it was not there yet.
    boolean add(int n) {
        var isNew = !bits.get(n);
        bits.set(n);
        return isNew;
    }

    public boolean contains(int n) {
        return bits.get(n);
    }

    public int count() {
        return bits.cardinality();
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    Numbers without(Numbers others) {
        var rest = copy();
        rest.bits.andNot(others.bits);
        return rest;
    }

    Numbers alsoIn(Numbers others) {
        var both = copy();
        both.bits.and(others.bits);
        return both;
    }

    Numbers copy() {
        return new Numbers((BitSet) bits.clone());
    }

    /// The first ranges, for people: `1-3, 7, 9-12` and, where there are more, `…`.
    @Override
    public String toString() {
        List<String> ranges = new ArrayList<>();
        for (var from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(from)) {
            if (ranges.size() == 10) {
                ranges.add("…");
                break;
            }
            var to = bits.nextClearBit(from);
            ranges.add(to - from == 1 ? "" + from : from + "-" + (to - 1));
            from = to;
        }
        return String.join(", ", ranges);
    }
}
