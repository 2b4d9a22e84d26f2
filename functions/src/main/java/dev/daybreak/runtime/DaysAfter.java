package dev.daybreak.runtime;

import dev.daybreak.ports.Executions;
import dev.daybreak.ports.Metrics;
import dev.daybreak.ports.Notes;
import dev.daybreak.ports.PodLogs;
import dev.daybreak.ports.ServerLogs;
import dev.daybreak.ports.Soundings;
import dev.daybreak.ports.Streams;

/// What the days after a cutover need on top.
public record DaysAfter(
        Notes notes,
        Executions executions,
        Streams streams,
        Metrics metrics,
        ServerLogs serverLogs,
        PodLogs podLogs,
        Soundings soundings,
        Leaving leaving) {}
