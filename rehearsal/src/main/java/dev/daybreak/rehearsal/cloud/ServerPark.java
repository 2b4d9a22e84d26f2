package dev.daybreak.rehearsal.cloud;

import java.util.Map;
import java.util.function.IntConsumer;

/// The database servers behind RDS. Every method works as long as it takes and is called on a
/// background thread, except [#reserve]; what it throws shows as the failure of the resource, so
/// its text holds no password.
public interface ServerPark {
    /// Where a server of a cluster will answer; Aurora tells it before anything answers there.
    Endpoint reserve(String cluster);

    /// Where an instance that is restored from a snapshot will answer.
    default Endpoint place(String instance) {
        throw new Refused("nothing here plays the life of instance " + instance);
    }

    /// Ends an instance's server and keeps its data.
    default void stop(String instance) {
        throw new Refused("nothing here plays the life of instance " + instance);
    }

    /// Starts it again where it answered before.
    default void start(String instance) {
        throw new Refused("nothing here plays the life of instance " + instance);
    }

    /// Ends it and throws its data away.
    default void delete(String instance) {
        throw new Refused("nothing here plays the life of instance " + instance);
    }

    /// A copy of an instance's data begins: what is written from now on may be missing in it.
    default void beginSnapshot(String instance) {}

    /// Copies an instance's data while it is in use.
    ///
    /// @param percent hears how far it is, 0 to 100
    Backup snapshot(String instance, IntConsumer percent);

    /// A host and a port.
    record Endpoint(String host, int port) {}

    /// A copy that may be restored many times.
    interface Backup {
        Volume restore();
    }

    /// A cluster's data, which outlives its servers.
    interface Volume {
        Server start(Endpoint endpoint, Map<String, String> parameters);

        void discard();
    }

    /// A server that takes connections.
    interface Server {
        /// Ends it and keeps the data.
        void stop();
    }
}
