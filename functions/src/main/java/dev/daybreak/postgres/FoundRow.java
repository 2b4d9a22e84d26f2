package dev.daybreak.postgres;

import java.util.Optional;

/// A row that differs, or that one side lacks.
///
/// @param name its key, or its place where there is no key
/// @param ours its place on RDS
/// @param theirs its place on Aurora
record FoundRow(String name, Optional<String> ours, Optional<String> theirs) {
    FoundRow with(FoundRow other) {
        return new FoundRow(name, ours.or(other::ours), theirs.or(other::theirs));
    }

    boolean isOnBoth() {
        return ours.isPresent() && theirs.isPresent();
    }
}
