package dev.daybreak.rehearsal.cloud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of the things of one kind, each under its name, and when. A describe reads it as of
/// a moment ago, a command as of now; what time alone will bring is written ahead. The caller
/// locks.
final class Ledger<T> {
    private final Map<String, List<Moment<T>>> moments = new LinkedHashMap<>();

    /// One thing from one moment on; empty when it is gone.
    record Moment<T>(Instant at, String id, Optional<T> state) {}

    /// From then on it is so, whatever was written ahead for later.
    void put(String id, Instant from, T state) {
        write(new Moment<>(from, id, Optional.of(state)));
    }

    void remove(String id, Instant from) {
        write(new Moment<>(from, id, Optional.empty()));
    }

    Optional<T> find(String id, Instant at) {
        for (var one : moments.getOrDefault(id, List.of()).reversed()) {
            if (!one.at().isAfter(at)) {
                return one.state();
            }
        }
        return Optional.empty();
    }

    /// All that is there at that moment, the oldest name first.
    List<T> all(Instant at) {
        return moments.keySet().stream().flatMap(id -> find(id, at).stream()).toList();
    }

    /// Everything up to that moment, thing by thing.
    List<Moment<T>> history(Instant until) {
        return moments.values().stream()
                .flatMap(List::stream)
                .filter(one -> !one.at().isAfter(until))
                .toList();
    }

    /// What it is from that moment on, or that it is gone.
    void write(Moment<T> moment) {
        var before = moments.computeIfAbsent(moment.id(), _ -> new ArrayList<>());
        before.removeIf(one -> one.at().isAfter(moment.at()));
        before.add(moment);
    }
}
