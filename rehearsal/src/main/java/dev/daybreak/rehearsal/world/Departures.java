package dev.daybreak.rehearsal.world;

import dev.daybreak.note.Days;
import dev.daybreak.note.Wanted;
import dev.daybreak.rehearsal.cloud.InstanceDeed;
import dev.daybreak.rehearsal.cloud.Life;
import dev.daybreak.rehearsal.promises.Departure;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/// Gathers what became of the old instance.
record Departures(World world) {
    Departure departure() {
        var settings = world.migration().decommission();
        return new Departure(
                world.migration().source().instance(),
                settings.greenDays(),
                world.cloud().lives().stream()
                        .filter(one -> one.kind().equals("snapshot"))
                        .filter(one -> one.id().equals(settings.finalSnapshot()))
                        .filter(one -> one.status().filter("available"::equals).isPresent())
                        .map(Life::at)
                        .findFirst(),
                world.cloud().life().deeds().stream().map(this::deed).toList());
    }

    private Departure.Deed deed(InstanceDeed one) {
        var today = LocalDate.ofInstant(one.at(), world.migration().validation().zoneId());
        return new Departure.Deed(
                one.at(),
                one.instance(),
                one.what(),
                one.by(),
                one.wanted().map(note -> read(note, Wanted.class).state()),
                one.days().map(note -> read(note, Days.class).greenUntil(today)).orElse(0));
    }

    private static <T> T read(String note, Class<T> type) {
        try {
            return Json.MAPPER.readValue(note, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
