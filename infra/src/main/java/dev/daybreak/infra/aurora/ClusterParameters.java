package dev.daybreak.infra.aurora;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The cluster's parameters. What Aurora sizes itself is not among them: `shared_buffers`,
/// `effective_cache_size`, `maintenance_work_mem`, `work_mem`, `wal_buffers`,
/// `checkpoint_completion_target`. `rds.logical_replication` is static: without it from the start,
/// the lossless way back would need a reboot.
final class ClusterParameters {
    static final SortedMap<String, String> ALL =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.of(
                                    "max_connections", "100",
                                    "random_page_cost", "1.1",
                                    "effective_io_concurrency", "200",
                                    "log_min_duration_statement", "1000",
                                    "log_connections", "1",
                                    "log_disconnections", "1",
                                    "log_lock_waits", "1",
                                    "idle_in_transaction_session_timeout", "300000",
                                    "statement_timeout", "30000",
                                    "rds.logical_replication", "1")));

    private ClusterParameters() {}
}
