package dev.daybreak.fakes;

import dev.daybreak.ports.Permissions;
import java.util.List;

/// Nothing is missing.
public final class FakePermissions implements Permissions {
    @Override
    public List<String> missing() {
        return List.of();
    }
}
