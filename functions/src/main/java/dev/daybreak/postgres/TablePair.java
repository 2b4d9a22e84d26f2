package dev.daybreak.postgres;

import dev.daybreak.proof.Method;

/// A table that both sides have.
///
/// @param hash of a row, as SQL
record TablePair(ComparedTable rds, ComparedTable aurora, String hash) {
    static TablePair of(ComparedTable rds, ComparedTable aurora, Method method) {
        return new TablePair(rds, aurora, rds.hash(aurora, method));
    }

    String name() {
        return rds.name();
    }

    boolean isAlike() {
        return rds.isAlike(aurora);
    }

    long bytes() {
        return rds.bytes() + aurora.bytes();
    }
}
