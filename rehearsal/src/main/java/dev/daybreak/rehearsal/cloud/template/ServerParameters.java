package dev.daybreak.rehearsal.cloud.template;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A cluster's parameters in PostgreSQL's own names. Those that AWS added to PostgreSQL's are
/// translated, and what a group says nothing about is as on Aurora.
public final class ServerParameters {
    private static final String LOGICAL_REPLICATION = "rds.logical_replication";

    /// Known, with or without a meaning to PostgreSQL.
    static final Set<String> OF_AWS = Set.of(LOGICAL_REPLICATION);

    /// The default of Aurora's `max_connections` grows with the instance's memory: this is what
    /// `LEAST({DBInstanceClassMemory/9531392},5000)` comes to with 4 GiB.
    private static final Map<String, String> DEFAULTS =
            Map.of("max_connections", "450", LOGICAL_REPLICATION, "0");

    private ServerParameters() {}

    /// `rds.logical_replication` sets `wal_level` (Aurora User Guide, "Setting up logical
    /// replication").
    public static SortedMap<String, String> of(Map<String, String> group) {
        var parameters = new TreeMap<>(DEFAULTS);
        parameters.putAll(group);
        var logical = "1".equals(parameters.remove(LOGICAL_REPLICATION));
        parameters.put("wal_level", logical ? "logical" : "replica");
        return parameters;
    }
}
