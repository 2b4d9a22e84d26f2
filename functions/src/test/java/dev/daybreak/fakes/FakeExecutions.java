package dev.daybreak.fakes;

import dev.daybreak.ports.Executions;
import java.util.HashSet;
import java.util.Set;

/// Executions that have ended, unless a test lets one run.
public final class FakeExecutions implements Executions {
    private final Set<String> running = new HashSet<>();

    public void run(String execution) {
        running.add(execution);
    }

    @Override
    public boolean isRunning(String execution) {
        return running.contains(execution);
    }
}
