package dev.daybreak.runtime;

import com.fasterxml.jackson.core.JacksonException;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.note.Days;
import dev.daybreak.note.Heirloom;
import dev.daybreak.note.Held;
import dev.daybreak.note.Operation;
import dev.daybreak.note.OwnLooks;
import dev.daybreak.note.Readings;
import dev.daybreak.note.Wanted;
import dev.daybreak.ports.Executions;
import dev.daybreak.ports.Notes;
import dev.daybreak.ports.Notes.Topic;
import dev.daybreak.wayback.Cutover;
import java.time.Instant;
import java.util.Optional;

/// What one execution tells the next, in our words.
public final class Journal {
    private final Notes notes;
    private final Executions executions;

    public Journal(Notes notes, Executions executions) {
        this.notes = notes;
        this.executions = executions;
    }

    /// Takes the right to change things, unless an execution that still runs has it.
    ///
    /// @return who has it, where it is somebody else
    public Optional<Operation> claim(Operation mine) {
        var holder = read(Topic.OPERATION, Operation.class);
        if (holder.filter(one -> one.execution().equals(mine.execution())).isPresent()) {
            return Optional.empty();
        }
        if (holder.filter(one -> executions.isRunning(one.execution())).isPresent()) {
            return holder;
        }
        if (holder.isPresent()) {
            notes.erase(Topic.OPERATION);
        }
        var taken =
                new Operation(
                        mine.kind(), mine.execution(), mine.since(), holder.map(Operation::kind));
        return notes.writeFirst(Topic.OPERATION, text(taken))
                ? Optional.empty()
                : read(Topic.OPERATION, Operation.class);
    }

    /// What was noted last, whether or not it still runs.
    public Optional<Operation> operation() {
        return read(Topic.OPERATION, Operation.class);
    }

    /// An operation that is under way now.
    public Optional<Operation> running() {
        return read(Topic.OPERATION, Operation.class)
                .filter(one -> executions.isRunning(one.execution()));
    }

    public Optional<Cutover> cutover() {
        return read(Topic.WAY_BACK, Cutover.class);
    }

    public void write(Cutover cutover) {
        notes.write(Topic.WAY_BACK, text(cutover));
    }

    public Days days() {
        return read(Topic.DAYS, Days.class).orElse(Days.NONE);
    }

    public void write(Days days) {
        notes.write(Topic.DAYS, text(days));
    }

    public Optional<Wanted> wanted() {
        return read(Topic.WANTED, Wanted.class);
    }

    public void write(Wanted wanted) {
        notes.write(Topic.WANTED, text(wanted));
    }

    public OwnLooks ownLooks() {
        return read(Topic.LOOKS, OwnLooks.class).orElse(OwnLooks.NONE);
    }

    /// Whoever connects to the old instance says so before, lest it be taken for a straggler.
    public void noteLook(Instant began) {
        notes.write(Topic.LOOKS, text(ownLooks().with(began)));
    }

    /// @param topic one that holds readings
    public Readings readings(Topic topic) {
        return read(topic, Readings.class).orElse(Readings.NONE);
    }

    public void write(Topic topic, Readings readings) {
        notes.write(topic, text(readings));
    }

    public Optional<Held> held() {
        return read(Topic.HELD, Held.class);
    }

    public void write(Held held) {
        notes.write(Topic.HELD, text(held));
    }

    public Optional<Heirloom> heirloom() {
        return read(Topic.HANDOVER, Heirloom.class);
    }

    public void write(Heirloom heirloom) {
        notes.write(Topic.HANDOVER, text(heirloom));
    }

    /// Everything but who may change things now: that ends by itself.
    public void erase() {
        for (var topic : Topic.values()) {
            if (topic != Topic.OPERATION && notes.read(topic).isPresent()) {
                notes.erase(topic);
            }
        }
    }

    private <T> Optional<T> read(Topic topic, Class<T> type) {
        return notes.read(topic).map(note -> parsed(topic, note, type));
    }

    private static <T> T parsed(Topic topic, String note, Class<T> type) {
        try {
            return Json.MAPPER.readValue(note, type);
        } catch (JacksonException _) {
            throw new Unexpected(
                    "The note '%s' is not as Daybreak writes it: was it changed by hand?"
                            .formatted(topic.key()));
        }
    }

    private static String text(Object note) {
        try {
            return Json.MAPPER.writeValueAsString(note);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a note cannot be written", impossible);
        }
    }
}
