package dev.daybreak.preflight;

import dev.daybreak.migration.Migration;
import dev.daybreak.preflight.Seen.Unseen;

/// A sight of nothing at all.
final class Blind {
    private Blind() {}

    static Sight sight(Migration migration) {
        return new Sight(
                migration,
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                unseen(),
                new Sight.Taken(unseen(), unseen(), unseen(), unseen()));
    }

    private static <T> Seen<T> unseen() {
        return new Unseen<>("it is dark");
    }
}
