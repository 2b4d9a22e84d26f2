package dev.daybreak.ports;

import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.RenderedSecret;
import java.util.List;
import java.util.Optional;

/// The External Secrets Operator and the Secrets it writes, in the application's namespace. Faults:
/// `Throttled`, `Unavailable`, `Denied`, `Unexpected`.
public interface ExternalSecrets {
    /// Every ExternalSecret that reads this secret of Secrets Manager (by name or ARN), through
    /// `data` or `dataFrom`, sorted by name.
    List<ExternalSecret> reading(String secret);

    /// Asks for a sync now (`force-sync` annotation with this value). Doing it again with the same
    /// value changes nothing.
    void refresh(String externalSecret, String value);

    /// One key of a Kubernetes Secret; empty where Secret or key are missing.
    Optional<RenderedSecret> rendered(String name, String key);
}
