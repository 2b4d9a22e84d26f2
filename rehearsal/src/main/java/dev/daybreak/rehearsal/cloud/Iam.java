package dev.daybreak.rehearsal.cloud;

import dev.daybreak.ports.Permissions;
import java.util.List;

/// What Daybreak is granted: everything, until somebody takes something away.
public final class Iam implements Permissions {
    private final Region region;
    private List<String> missing = List.of();

    Iam(Region region) {
        this.region = region;
    }

    @Override
    public List<String> missing() {
        return region.call("Permissions", "missing", () -> missing);
    }

    /// @param phrases as [Permissions#missing] answers them
    public void takeAway(List<String> phrases) {
        region.update(() -> missing = List.copyOf(phrases));
    }
}
