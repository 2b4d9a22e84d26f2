package dev.daybreak.ports;

import dev.daybreak.straggler.Refusals;
import java.time.Instant;

/// The PostgreSQL log of the old instance (`DescribeDBLogFiles`, `DownloadDBLogFilePortion`).
/// Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`.
public interface ServerLogs {
    /// Who was refused by the fence since then. Reads a bounded number of pages, newest file first,
    /// and says where it was not enough.
    ///
    /// @param database whose refusals count
    Refusals refusals(String instance, String database, Instant since);
}
