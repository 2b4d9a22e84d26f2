package dev.daybreak.rehearsal.asl;

import java.util.List;

/// Where a state leads when it failed.
public record Catcher(List<String> errorEquals, Exit exit) {
    public Catcher {
        errorEquals = List.copyOf(errorEquals);
    }

    Edge.Why why() {
        return new Edge.Why.Caught(errorEquals);
    }
}
