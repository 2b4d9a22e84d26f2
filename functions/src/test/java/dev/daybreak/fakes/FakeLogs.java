package dev.daybreak.fakes;

import dev.daybreak.ports.PodLogs;
import dev.daybreak.ports.ServerLogs;
import dev.daybreak.straggler.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The logs of the old instance and of the pods, as a test wrote them.
public final class FakeLogs implements ServerLogs, PodLogs {
    private final List<Refusals.Straggler> stragglers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean isWhole = true;

    public void refuse(String client, String user, String application, long attempts) {
        stragglers.add(new Refusals.Straggler(client, user, application, attempts));
    }

    public void write(String line) {
        lines.add(line);
    }

    public void cut() {
        isWhole = false;
    }

    @Override
    public Refusals refusals(String instance, String database, Instant since) {
        return new Refusals(stragglers, isWhole);
    }

    @Override
    public Matches matching(String selector, Pattern pattern, Duration span) {
        var found = lines.stream().filter(line -> pattern.matcher(line).find()).toList();
        return new Matches(found.size(), found.stream().limit(3).toList(), isWhole);
    }
}
