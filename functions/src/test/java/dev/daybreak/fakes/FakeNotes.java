package dev.daybreak.fakes;

import dev.daybreak.ports.Notes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Notes in memory.
public final class FakeNotes implements Notes {
    private final Journal journal;
    private final Map<Topic, String> notes = new EnumMap<>(Topic.class);

    /// Notes whose changes nobody follows.
    public FakeNotes() {
        this(new Journal());
    }

    FakeNotes(Journal journal) {
        this.journal = journal;
    }

    /// What was noted before the test.
    public void put(Topic topic, String note) {
        notes.put(topic, note);
    }

    @Override
    public Optional<String> read(Topic topic) {
        return Optional.ofNullable(notes.get(topic));
    }

    @Override
    public void write(Topic topic, String note) {
        if (!note.equals(notes.put(topic, note))) {
            journal.write("note " + topic.key());
        }
    }

    @Override
    public boolean writeFirst(Topic topic, String note) {
        if (notes.containsKey(topic)) {
            return false;
        }
        write(topic, note);
        return true;
    }

    @Override
    public void erase(Topic topic) {
        if (notes.remove(topic) != null) {
            journal.write("erase " + topic.key());
        }
    }
}
