package dev.daybreak.ports;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.stream.Publication;
import dev.daybreak.stream.StreamState;

/// The reverse stream: what is written to Aurora flows back to RDS by logical replication, from a
/// publication with an explicit table list and a slot on Aurora to a subscription on RDS that
/// Daybreak's own role owns, the only one that the fence lets in. Everything may be done twice.
/// Faults: `Unavailable`, `Denied`, `Unexpected`.
public interface Streams {
    /// Before the snapshot, on RDS, so that Aurora has it too: publishes every table, makes the
    /// table of markers, and lets Daybreak's role apply changes. Nothing flows from this alone.
    ///
    /// @param fullIdentity whether tables without a replica identity may be given all their columns
    ///   as one; otherwise they are left alone and named
    Publication publish(Address rds, Credentials owner, Credentials daybreak, boolean fullIdentity);

    /// Makes the slot and a subscription that is disabled. Both databases are the same and nobody
    /// writes to either. What an earlier run left is made anew.
    ///
    /// @return tables that the publication lacks, because they are younger: nothing was made then
    Publication prepare(Address rds, Address aurora, Credentials daybreak);

    /// Lets it flow.
    void open(Address rds, Credentials daybreak);

    StreamState look(Address rds, Address aurora, Credentials daybreak);

    /// Writes a marker on Aurora, past the fence: once RDS has it, RDS has everything before it.
    void mark(Address aurora, Credentials daybreak, String marker);

    /// Whether RDS has the marker.
    boolean hasArrived(Address rds, Credentials daybreak, String marker);

    /// Sets every sequence of RDS to where Aurora's stands.
    ///
    /// @return how many were moved
    int carrySequences(Address rds, Address aurora, Credentials daybreak);

    /// Ends the subscription on RDS for good; Aurora need not answer.
    void unsubscribe(Address rds, Credentials daybreak);

    /// Drops the slot on Aurora, so that no WAL is kept for anybody.
    void dropSlot(Address aurora, Credentials daybreak);
}
