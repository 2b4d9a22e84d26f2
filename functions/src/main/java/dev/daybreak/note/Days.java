package dev.daybreak.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The days that were validated, oldest first. A day without a validation is not a green day.
public record Days(List<Day> days) {
    /// A note has little room, and no gate asks for more.
    public static final int MAX = 90;

    public static final Days NONE = new Days(List.of());

    public Days {
        days = List.copyOf(days);
    }

    /// Another validation of the same day: a finding stays a finding.
    public Days with(Day day) {
        var all = new ArrayList<>(days);
        all.removeIf(one -> one.day().equals(day.day()) && one.isGreen());
        if (all.stream().noneMatch(one -> one.day().equals(day.day()))) {
            all.add(day);
        }
        all.sort(Comparator.comparing(Day::day));
        return new Days(all.subList(Math.max(0, all.size() - MAX), all.size()));
    }

    /// How many days in a row were green up to today, or up to yesterday where today was not
    /// validated yet.
    public int greenUntil(LocalDate today) {
        var last = isGreen(today) ? today : today.minusDays(has(today) ? 0 : 1);
        int green = 0;
        while (isGreen(last.minusDays(green))) {
            green++;
        }
        return green;
    }

    private boolean has(LocalDate day) {
        return days.stream().anyMatch(one -> one.day().equals(day));
    }

    private boolean isGreen(LocalDate day) {
        return days.stream().anyMatch(one -> one.day().equals(day) && one.isGreen());
    }
}
