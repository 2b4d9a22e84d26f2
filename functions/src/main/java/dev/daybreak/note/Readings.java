package dev.daybreak.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The readings of the last days, oldest first.
public record Readings(List<Reading> readings) {
    private static final int MAX = 30;

    public static final Readings NONE = new Readings(List.of());

    public Readings {
        readings = List.copyOf(readings);
    }

    public Optional<Reading> of(LocalDate day) {
        return readings.stream().filter(one -> one.day().equals(day)).findFirst();
    }

    /// Those of earlier days, the latest first.
    public List<Reading> before(LocalDate day) {
        return readings.reversed().stream().filter(one -> one.day().isBefore(day)).toList();
    }

    /// The first reading of a day stays, so that looking twice is looking once.
    public Readings with(Reading reading) {
        if (of(reading.day()).isPresent()) {
            return this;
        }
        var all = new ArrayList<>(readings);
        all.add(reading);
        return new Readings(all.subList(Math.max(0, all.size() - MAX), all.size()));
    }
}
