package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Migration;
import dev.daybreak.note.Days;
import dev.daybreak.note.Wanted;
import dev.daybreak.rehearsal.cloud.Cloud;
import dev.daybreak.rehearsal.cloud.InstanceDeed;
import dev.daybreak.rehearsal.cloud.Life;
import dev.daybreak.rehearsal.promises.Departure;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/// Gathers what became of the old instance.
public record Departures(Cloud cloud, Migration migration) {
    public Departure departure() {
        var settings = migration.decommission();
        return new Departure(
                migration.source().instance(),
                settings.greenDays(),
                cloud.lives().stream()
                        .filter(one -> one.kind().equals("snapshot"))
                        .filter(one -> one.id().equals(settings.finalSnapshot()))
                        .filter(one -> one.status().filter("available"::equals).isPresent())
                        .map(Life::at)
                        .findFirst(),
                cloud.life().deeds().stream().map(this::deed).toList());
    }

    private Departure.Deed deed(InstanceDeed one) {
        var today = LocalDate.ofInstant(one.at(), migration.validation().zoneId());
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
