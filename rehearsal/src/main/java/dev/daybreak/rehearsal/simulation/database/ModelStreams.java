package dev.daybreak.rehearsal.simulation.database;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Denied;
import dev.daybreak.ports.Streams;
import dev.daybreak.stream.Publication;
import dev.daybreak.stream.StreamState;
import java.util.List;
import java.util.Optional;

/// The reverse stream between modelled databases.
public record ModelStreams(Servers servers) implements Streams {
    private static final Publication WHOLE = new Publication(1, List.of(), List.of());

    @Override
    public Publication publish(
            Address rds, Credentials owner, Credentials daybreak, boolean fullIdentity) {
        var contents = servers.enter(rds, owner).contents;
        if (contents.isReadOnly()) {
            throw new Denied("%s is read-only (SQLSTATE 25006).".formatted(rds));
        }
        contents.published = true;
        contents.nextTransaction++;
        return WHOLE;
    }

    @Override
    public Publication prepare(Address rds, Address aurora, Credentials daybreak) {
        var target = servers.enter(aurora, daybreak);
        var source = servers.enter(rds, daybreak);
        if (!target.contents.published) {
            return new Publication(0, List.of(ModelDatabases.TABLE), List.of());
        }
        source.subscription = Optional.empty();
        servers.pass("unsubscribed");
        target.slot = Optional.of(new Slot());
        servers.pass("slot made");
        source.subscription = Optional.of(new Subscription(target));
        return WHOLE;
    }

    @Override
    public void open(Address rds, Credentials daybreak) {
        servers.enter(rds, daybreak)
                .subscription
                .orElseThrow(() -> new Denied("There is no subscription on %s.".formatted(rds)))
                .enable();
    }

    @Override
    public StreamState look(Address rds, Address aurora, Credentials daybreak) {
        var subscription = servers.enter(rds, daybreak).subscription;
        var slot = servers.enter(aurora, daybreak).slot;
        var state =
                subscription
                        .map(
                                one ->
                                        one.isEnabled()
                                                ? StreamState.Subscription.ENABLED
                                                : StreamState.Subscription.DISABLED)
                        .orElse(StreamState.Subscription.MISSING);
        return new StreamState(
                state,
                subscription.map(Subscription::errors).orElse(0L),
                0,
                slot.isPresent(),
                slot.filter(Slot::isActive).isPresent(),
                slot.map(one -> one.isLost() ? "lost" : "reserved"),
                slot.map(Slot::lagBytes).orElse(0L));
    }

    @Override
    public void mark(Address aurora, Credentials daybreak, String marker) {
        var server = servers.enter(aurora, daybreak);
        if (server.contents.markers.add(marker)) {
            server.slot.ifPresent(one -> one.add(new Change.Marker(marker)));
        }
    }

    @Override
    public boolean hasArrived(Address rds, Credentials daybreak, String marker) {
        return servers.enter(rds, daybreak).contents.markers.contains(marker);
    }

    @Override
    public int carrySequences(Address rds, Address aurora, Credentials daybreak) {
        var target = servers.enter(aurora, daybreak).contents;
        var source = servers.enter(rds, daybreak).contents;
        var moved = source.sequence == target.sequence ? 0 : 1;
        source.sequence = target.sequence;
        return moved;
    }

    @Override
    public void unsubscribe(Address rds, Credentials daybreak) {
        var server = servers.enter(rds, daybreak);
        server.subscription.ifPresent(one -> one.release());
        server.subscription = Optional.empty();
    }

    @Override
    public void dropSlot(Address aurora, Credentials daybreak) {
        servers.enter(aurora, daybreak).slot = Optional.empty();
    }
}
