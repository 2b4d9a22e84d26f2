package dev.daybreak.ports;

import java.util.List;

/// What Daybreak is allowed to do, asked before it matters.
public interface Permissions {
    /// What the cutover will need and may not do, a phrase each, for example `patch
    /// deployments/scale in mosaic-prod`; empty where nothing is missing.
    List<String> missing();
}
