package dev.daybreak.ports;

import dev.daybreak.workload.Scaler;
import java.util.List;

/// Autoscalers and GitOps controllers that would undo `replicas: 0`. Faults: `Throttled`,
/// `Unavailable`, `Denied`, `Unexpected`.
public interface Scalers {
    /// Everything that sets this Deployment's replicas, with its state as it is now.
    List<Scaler> over(String deployment);

    /// Stops it from touching replicas. Doing it again changes nothing.
    void pause(Scaler scaler);

    /// Puts back what [Scaler#state] remembers.
    void restore(Scaler scaler);
}
