package dev.daybreak.runtime;

import dev.daybreak.ports.Holdings;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.StackChanges;

/// What keeping the old instance stopped, and taking it away, need on top.
public record Leaving(InstanceLife life, StackChanges changes, Holdings holdings) {}
