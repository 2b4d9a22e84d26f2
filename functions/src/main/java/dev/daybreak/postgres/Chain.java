package dev.daybreak.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A row's hash in 64 bits: each value is hashed with the hash of the values before it as the seed,
/// so that neither a row nor a column can trade values with another unseen. It is NULL for the few
/// values that the fast functions cannot tell apart.
///
/// A whole number needs no hash of its own: the next one is hashed with it as the seed. Two numbers
/// are never put into one seed, for there they could change places.
final class Chain {
    /// As many bits as fit into an integer without its sign.
    private static final int BITS = 31;

    private final List<String> numbers = new ArrayList<>();
    private final List<String> integers = new ArrayList<>();
    private final List<ChainStep.Call> calls = new ArrayList<>();
    private String hash = "";
    private boolean isPending;

    private Chain() {}

    static String of(List<Column> columns) {
        var chain = new Chain();
        chain.addNulls(
                columns.stream()
                        .filter(
                                column ->
                                        column.isNullable()
                                                && !ChainStep.TELLING_NULL.contains(column.form()))
                        .map(Column::value)
                        .toList());
        columns.stream().flatMap(column -> ChainStep.of(column).stream()).forEach(chain::add);
        return chain.hash();
    }

    /// Which values are NULL, a bit for each; a word of bits is a value like others.
    private void addNulls(List<String> values) {
        for (int from = 0; from < values.size(); from += BITS) {
            var word = values.subList(from, Math.min(from + BITS, values.size()));
            integers.add(
                    String.join(
                            " | ",
                            IntStream.range(0, word.size())
                                    .mapToObj(i -> bit(word.get(i), i))
                                    .toList()));
        }
    }

    private static String bit(String value, int i) {
        return "CASE WHEN %s IS NULL THEN %d ELSE 0 END".formatted(value, 1 << i);
    }

    private void add(ChainStep step) {
        switch (step) {
            case ChainStep.Int64(var value) -> numbers.add(value);
            case ChainStep.Int32(var value) -> integers.add(value);
            case ChainStep.Call call -> calls.add(call);
        }
    }

    /// Numbers of 64 and of 32 bits by turns: the latter are hashed with the former as the seed.
    private String hash() {
        for (int i = 0; i < Math.max(numbers.size(), integers.size()); i++) {
            if (i < numbers.size()) {
                seed(numbers.get(i));
            }
            if (i < integers.size()) {
                integer(integers.get(i));
            }
        }
        calls.forEach(call -> hashed(call.with(seed())));
        return isPending || hash.isEmpty() ? "hashint4extended(0, " + seed() + ")" : hash;
    }

    private void integer(String value) {
        if (isPending) {
            hashed("hashint4extended(%s, %s)".formatted(value, hash));
        } else {
            seed("(" + value + ")::int8");
        }
    }

    private void seed(String number) {
        if (isPending) {
            hashed("hashint4extended(0, " + hash + ")");
        }
        hash = hash.isEmpty() ? number : "%s # %s".formatted(hash, number);
        isPending = true;
    }

    private void hashed(String expression) {
        hash = expression;
        isPending = false;
    }

    private String seed() {
        return hash.isEmpty() ? "0" : hash;
    }
}
