package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Notes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parameter Store: it answers at once, and knows no compare-and-swap.
public final class ParameterStore implements Notes {
    private final Region region;
    private final Map<Topic, String> notes = new EnumMap<>(Topic.class);

    ParameterStore(Region region) {
        this.region = region;
    }

    @Override
    public Optional<String> read(Topic topic) {
        return region.call("Notes", "read", () -> Optional.ofNullable(notes.get(topic)));
    }

    @Override
    public void write(Topic topic, String note) {
        region.run("Notes", "write", () -> notes.put(topic, checked(note)));
    }

    @Override
    public boolean writeFirst(Topic topic, String note) {
        return region.call(
                "Notes", "writeFirst", () -> notes.putIfAbsent(topic, checked(note)) == null);
    }

    @Override
    public void erase(Topic topic) {
        region.run("Notes", "erase", () -> notes.remove(topic));
    }

    /// Without a call of the service. The caller locks.
    Optional<String> noted(Topic topic) {
        return Optional.ofNullable(notes.get(topic));
    }

    List<String> written() {
        return List.copyOf(notes.values());
    }

    private static String checked(String note) {
        if (note.length() > CHARACTERS_MAX) {
            throw new Unexpected(
                    "ValidationException: a parameter holds at most %d characters."
                            .formatted(CHARACTERS_MAX));
        }
        return note;
    }
}
