package dev.daybreak.ports;

import java.util.Map;

/// Starts, stops, restores and removes RDS DB instances. Each call is an order only: a describe
/// tells how far it is. An instance in a state that does not allow it is `Unavailable`, because it
/// may leave that state. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`.
public interface InstanceLife {
    /// Orders the start of a stopped instance.
    void start(String instance);

    /// Orders the stop of an available one, without a snapshot.
    void stop(String instance);

    /// Orders its deletion without another snapshot; what is gone stays gone without a fault.
    ///
    /// @param keepAutomatedBackups whether AWS keeps the automated backups for their time
    void delete(String instance, boolean keepAutomatedBackups);

    /// Orders a small instance for a while: not public, in one zone, in the same subnets and
    /// security groups as another one. Doing it again under the same name changes nothing.
    ///
    /// @param like whose network it shares
    void restore(String instance, String snapshot, String like, Map<String, String> tags);
}
