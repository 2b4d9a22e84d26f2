package dev.daybreak.fakes;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.ports.Streams;
import dev.daybreak.stream.Publication;
import dev.daybreak.stream.StreamState;
import dev.daybreak.stream.StreamState.Subscription;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A reverse stream that carries everything at once, unless a test breaks it.
public final class FakeStreams implements Streams {
    private final Journal journal;
    private Publication publication = new Publication(7, List.of(), List.of());
    private final Set<String> markers = new HashSet<>();
    private StreamState state =
            new StreamState(Subscription.MISSING, 0, 0, false, false, Optional.empty(), 0);
    private boolean isStuck;
    private boolean isBroken;
    private int sequencesBehind;

    FakeStreams(Journal journal) {
        this.journal = journal;
    }

    /// What publishing and preparing will answer.
    public void publish(Publication answer) {
        publication = answer;
    }

    public void put(StreamState now) {
        state = now;
    }

    /// As after a good cutover.
    public void flow() {
        state = new StreamState(Subscription.ENABLED, 0, 0, true, true, Optional.of("reserved"), 0);
    }

    /// Nobody answers for the moment.
    public void breakTheLine() {
        isBroken = true;
    }

    /// Nothing arrives any more.
    public void stick() {
        isStuck = true;
    }

    public void leaveSequencesBehind(int count) {
        sequencesBehind = count;
    }

    public StreamState state() {
        return state;
    }

    @Override
    public Publication publish(
            Address rds, Credentials owner, Credentials daybreak, boolean fullIdentity) {
        return publication;
    }

    @Override
    public Publication prepare(Address rds, Address aurora, Credentials daybreak) {
        if (publication.isWhole()) {
            become(
                    new StreamState(
                            Subscription.DISABLED, 0, 0, true, false, Optional.of("reserved"), 0),
                    "prepare the stream");
        }
        return publication;
    }

    @Override
    public void open(Address rds, Credentials daybreak) {
        become(
                new StreamState(Subscription.ENABLED, 0, 0, true, true, Optional.of("reserved"), 0),
                "open the stream");
    }

    @Override
    public StreamState look(Address rds, Address aurora, Credentials daybreak) {
        if (isBroken) {
            throw new Unavailable("The connection was lost.");
        }
        return state;
    }

    @Override
    public void mark(Address aurora, Credentials daybreak, String marker) {
        if (markers.add(marker)) {
            journal.write("mark");
        }
    }

    @Override
    public boolean hasArrived(Address rds, Credentials daybreak, String marker) {
        return !isStuck && state.isWhole() && markers.contains(marker);
    }

    @Override
    public int carrySequences(Address rds, Address aurora, Credentials daybreak) {
        int moved = sequencesBehind;
        sequencesBehind = 0;
        if (moved > 0) {
            journal.write("carry sequences");
        }
        return moved;
    }

    @Override
    public void unsubscribe(Address rds, Credentials daybreak) {
        become(
                new StreamState(
                        Subscription.MISSING,
                        0,
                        0,
                        state.slot(),
                        false,
                        state.walStatus(),
                        state.lagBytes()),
                "end the subscription");
    }

    @Override
    public void dropSlot(Address aurora, Credentials daybreak) {
        become(
                new StreamState(state.subscription(), 0, 0, false, false, Optional.empty(), 0),
                "drop the slot");
    }

    private void become(StreamState now, String what) {
        if (!now.equals(state)) {
            state = now;
            journal.write(what);
        }
    }
}
