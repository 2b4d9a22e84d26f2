package dev.daybreak.rehearsal.report;

import dev.daybreak.rehearsal.asl.EventType;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The states that an execution has been in, from its history. States within a Parallel run side by
/// side, so their visits overlap.
public final class Visits {
    private final Map<String, HistoryEvent> open = new HashMap<>();
    private final List<Visit> done = new ArrayList<>();

    /// Takes the next event; a visit that ends with it comes back.
    public synchronized Optional<Visit> heard(HistoryEvent event) {
        var type = event.type();
        if (type.isEntry()) {
            open.put(event.state(), event);
            return type == EventType.FAIL_STATE_ENTERED || type == EventType.SUCCEED_STATE_ENTERED
                    ? close(event)
                    : Optional.empty();
        }
        return type.isExit() ? close(event) : Optional.empty();
    }

    private Optional<Visit> close(HistoryEvent event) {
        return Optional.ofNullable(open.remove(event.state()))
                .map(
                        entered -> {
                            var visit =
                                    new Visit(
                                            event.state(), entered.timestamp(), event.timestamp());
                            done.add(visit);
                            return visit;
                        });
    }

    public synchronized List<Visit> all() {
        return List.copyOf(done);
    }
}
