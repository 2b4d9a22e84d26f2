package dev.daybreak.rehearsal.simulation.database;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What lies on a server's disk, and hence in a snapshot: everything but sessions, slots and the
/// state of a subscription.
final class Contents {
    /// By primary key, the number of the write that made the row.
    final Map<Long, Long> rows;

    final Map<String, String> passwords;
    final Set<String> markers;

    /// Roles with a CONNECT of their own.
    final SortedSet<String> admitted;

    String owner;
    long sequence;
    long nextTransaction = 1_000;
    long changes;
    int prepared;
    boolean everyone = true;
    boolean published;
    Optional<String> readOnly = Optional.empty();

    Contents(String owner, String password) {
        this.owner = owner;
        rows = new HashMap<>();
        passwords = new HashMap<>(Map.of(owner, password));
        markers = new HashSet<>();
        admitted = new TreeSet<>(Set.of(owner));
    }

    private Contents(Contents other) {
        rows = new HashMap<>(other.rows);
        passwords = new HashMap<>(other.passwords);
        markers = new HashSet<>(other.markers);
        admitted = new TreeSet<>(other.admitted);
        owner = other.owner;
        sequence = other.sequence;
        nextTransaction = other.nextTransaction;
        changes = other.changes;
        prepared = other.prepared;
        everyone = other.everyone;
        published = other.published;
        readOnly = other.readOnly;
    }

    Contents copy() {
        return new Contents(this);
    }

    boolean isReadOnly() {
        return readOnly.filter("on"::equals).isPresent();
    }

    boolean admits(String role) {
        return everyone || admitted.contains(role) || role.equals(ModelServer.DAYBREAK);
    }
}
