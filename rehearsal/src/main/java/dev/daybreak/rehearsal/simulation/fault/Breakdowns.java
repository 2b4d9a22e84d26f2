package dev.daybreak.rehearsal.simulation.fault;

import dev.daybreak.fault.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What stays broken for longer than any retry lasts.
final class Breakdowns {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Map<String, Instant> services = new HashMap<>();
    private final Map<String, Instant> functions = new HashMap<>();

    Unavailable ofService(String port, Instant now) {
        services.put(port, now.plus(HALF_AN_HOUR));
        return down(port);
    }

    Crash ofFunction(String state, Instant now) {
        functions.put(state, now.plus(HALF_AN_HOUR));
        return new Crash(false);
    }

    /// @throws Unavailable where the service is down
    void checkService(String port, Instant now) {
        if (isBroken(services, port, now)) {
            throw down(port);
        }
    }

    /// @throws Crash where the function is broken
    void checkFunction(String state, Instant now) {
        if (isBroken(functions, state, now)) {
            throw new Crash(false);
        }
    }

    private static boolean isBroken(Map<String, Instant> all, String what, Instant now) {
        return !all.isEmpty() && now.isBefore(all.getOrDefault(what, Instant.MIN));
    }

    private static Unavailable down(String port) {
        return new Unavailable("Service unavailable (%s).".formatted(port));
    }
}
