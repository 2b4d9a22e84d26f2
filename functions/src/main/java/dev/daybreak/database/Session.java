package dev.daybreak.database;

import java.time.Instant;
import java.util.Optional;

/// A client's session as `pg_stat_activity` shows it.
///
/// @param client the client's address; empty for a local socket
/// @param transactionSince when its open transaction began
public record Session(
        int pid,
        String user,
        String application,
        Optional<String> client,
        Optional<Instant> transactionSince) {}
