package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Connections that keep a snapshot open between two calls. Where the next call comes to another
/// process, the server ends ours once it was idle for too long.
final class HeldSnapshots {
    private final Map<Address, Link> held = new ConcurrentHashMap<>();

    /// In place of the one that was held for the same database, which nobody needs any more.
    void hold(Address address, Link link) {
        Optional.ofNullable(held.put(address, link)).ifPresent(Link::close);
    }

    void release(Address address) {
        Optional.ofNullable(held.remove(address)).ifPresent(Link::close);
    }
}
