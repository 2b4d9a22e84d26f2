package dev.daybreak.wayback;

import dev.daybreak.database.Access;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;

/// Everything that a return puts back, written down before anything is touched.
///
/// @param version the secret's version that the application uses
/// @param replicas of each Deployment
/// @param synced each ExternalSecret's `syncedResourceVersion`
/// @param access who may get into the source's database
public record WayBack(
        String version,
        String host,
        int port,
        Map<String, Integer> replicas,
        List<Scaler> scalers,
        Map<String, String> synced,
        Access access) {
    public WayBack {
        replicas = Map.copyOf(replicas);
        scalers = List.copyOf(scalers);
        synced = Map.copyOf(synced);
    }
}
