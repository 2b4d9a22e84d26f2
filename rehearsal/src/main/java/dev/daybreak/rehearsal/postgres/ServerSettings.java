package dev.daybreak.rehearsal.postgres;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a server's `postgresql.conf` says. Unlike the defaults of test wrappers, a commit here is
/// on disk before it is acknowledged: anything else falsifies a test for lost writes.
public record ServerSettings(SortedMap<String, String> values) {
    private static final Map<String, String> DURABLE =
            Map.ofEntries(
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("wal_level", "logical"),
                    Map.entry("max_connections", "100"),
                    Map.entry("max_prepared_transactions", "10"),
                    Map.entry("shared_buffers", "128MB"),
                    Map.entry("max_wal_size", "2GB"),
                    Map.entry("track_commit_timestamp", "on"),
                    Map.entry("password_encryption", "scram-sha-256"),
                    Map.entry("lc_messages", "C"),
                    Map.entry("timezone", "UTC"),
                    Map.entry("log_timezone", "UTC"));

    public ServerSettings {
        values.keySet().forEach(ServerSettings::refuseOddName);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /// As RDS for PostgreSQL 15 and later starts: without TLS nobody gets in
    /// (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html),
    /// and every line of the log begins with who it is about
    /// (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.html).
    public static ServerSettings rds() {
        return new ServerSettings(new TreeMap<>(DURABLE))
                .with(
                        Map.of(
                                "rds.force_ssl", "1",
                                "log_line_prefix", "%t:%r:%u@%d:[%p]:",
                                "log_connections", "on"));
    }

    /// As a cluster starts with this parameter group.
    public static ServerSettings aurora(Map<String, String> parameterGroup) {
        return new ServerSettings(new TreeMap<>(DURABLE)).with(parameterGroup);
    }

    public ServerSettings with(Map<String, String> others) {
        var all = new TreeMap<>(values);
        all.putAll(others);
        return new ServerSettings(all);
    }

    boolean forcesTls() {
        return "1".equals(values.get("rds.force_ssl"));
    }

    String asConf() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " = '" + e.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }

    private static void refuseOddName(String name) {
        if (!name.matches("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?")) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a setting");
        }
    }
}
