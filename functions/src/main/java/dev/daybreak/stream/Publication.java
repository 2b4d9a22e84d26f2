package dev.daybreak.stream;

import java.util.List;

/// What can flow back.
///
/// @param tables how many are published
/// @param left tables that are not, for want of a replica identity or because they are younger than
///   the publication; sorted
/// @param foreign tables whose owner is neither the database's owner nor a role that it is a member
///   of, so that it may not publish them; sorted
public record Publication(int tables, List<String> left, List<String> foreign) {
    public Publication {
        left = List.copyOf(left);
        foreign = List.copyOf(foreign);
    }

    public boolean isWhole() {
        return left.isEmpty() && foreign.isEmpty();
    }
}
