package dev.daybreak.fakes;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Difference;
import dev.daybreak.proof.Method;
import java.util.List;

/// A comparison that finds what a test planted.
public final class FakeComparisons implements Comparisons {
    private List<Difference> differences = List.of();

    public void plant(Difference... planted) {
        differences = List.of(planted);
    }

    @Override
    public Comparison compare(Address rds, Address aurora, Credentials daybreak) {
        return new Comparison(
                Method.CHAIN, List.of(), 7, 100, 4096, 12, differences, differences.size());
    }
}
