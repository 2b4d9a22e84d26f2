package dev.daybreak.aws;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.ServerLogs;
import dev.daybreak.straggler.Refusals;
import java.time.Instant;

/// To be filled in.
public final class RdsServerLogs implements ServerLogs {
    @Override
    public Refusals refusals(String instance, String database, Instant since) {
        throw new Unexpected("no logs yet");
    }
}
