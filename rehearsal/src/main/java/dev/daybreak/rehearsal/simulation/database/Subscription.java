package dev.daybreak.rehearsal.simulation.database;

/// The receiving end of the reverse stream.
final class Subscription {
    private final ModelServer from;
    private boolean enabled;
    private long errors;

    Subscription(ModelServer from) {
        this.from = from;
    }

    boolean isEnabled() {
        return enabled;
    }

    void enable() {
        enabled = true;
    }

    /// It reads from its slot no more.
    void release() {
        from.slot.ifPresent(Slot::release);
    }

    long errors() {
        return errors;
    }

    /// Applies what the slot keeps, until a row is in the way: the apply worker then tries the same
    /// change again and again.
    void apply(ModelServer to) {
        var slot = from.slot.filter(one -> !one.isLost());
        if (!enabled || slot.isEmpty() || !from.isRunning() || !to.isRunning()) {
            return;
        }
        var kept = slot.get().kept();
        slot.get().use();
        for (var next = kept.peek(); next != null; next = kept.peek()) {
            if (!applied(to.contents, next)) {
                errors++;
                return;
            }
            kept.remove();
        }
    }

    private static boolean applied(Contents contents, Change change) {
        contents.nextTransaction++;
        return switch (change) {
            case Change.Marker(var id) -> {
                contents.markers.add(id);
                yield true;
            }
            case Change.Row(var key, var write) -> {
                var there = contents.rows.putIfAbsent(key, write);
                contents.changes++;
                yield there == null;
            }
        };
    }
}
