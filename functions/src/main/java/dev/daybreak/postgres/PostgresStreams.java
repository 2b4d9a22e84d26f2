package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Streams;
import dev.daybreak.stream.Publication;
import dev.daybreak.stream.StreamState;
import java.util.List;

/// The reverse stream between real databases. Both may be fenced and read-only by default; each
/// session that must write says so.
public final class PostgresStreams implements Streams {
    /// Of publication, slot and subscription; one for each database server that is moved.
    static final String NAME = "daybreak_back";

    private static final String WRITING = "SET default_transaction_read_only = off";

    private final Connector connector;

    public PostgresStreams(Connector connector) {
        this.connector = connector;
    }

    @Override
    public Publication publish(
            Address rds, Credentials owner, Credentials daybreak, boolean fullIdentity) {
        try (var link = connector.open(rds, owner)) {
            return new StreamSource(link, daybreak.username()).publish(fullIdentity);
        }
    }

    @Override
    public Publication prepare(Address rds, Address aurora, Credentials daybreak) {
        try (var target = connector.open(aurora, daybreak);
                var source = writing(rds, daybreak)) {
            var unpublished = new StreamSource(target, daybreak.username()).unpublished();
            if (!unpublished.isEmpty()) {
                return new Publication(0, unpublished, List.of());
            }
            var subscription = new Subscription(source);
            subscription.end();
            var slot = new Slot(target);
            slot.drop();
            slot.make();
            subscription.make(aurora, daybreak, connector.tls());
            return new Publication(subscription.tables(), List.of(), List.of());
        }
    }

    @Override
    public void open(Address rds, Credentials daybreak) {
        try (var link = writing(rds, daybreak)) {
            new Subscription(link).enable();
        }
    }

    @Override
    public StreamState look(Address rds, Address aurora, Credentials daybreak) {
        try (var source = connector.open(rds, daybreak);
                var target = connector.open(aurora, daybreak)) {
            var subscription = new Subscription(source);
            var slot = new Slot(target).look();
            return new StreamState(
                    subscription.state(),
                    subscription.applyErrors(),
                    subscription.unready(),
                    slot.isPresent(),
                    slot.filter(Slot.State::isActive).isPresent(),
                    slot.map(Slot.State::walStatus),
                    slot.map(Slot.State::lagBytes).orElse(0L));
        }
    }

    @Override
    public void mark(Address aurora, Credentials daybreak, String marker) {
        try (var link = writing(aurora, daybreak)) {
            link.rows(
                    "Writing a marker",
                    """
                    INSERT INTO daybreak.marker (id) VALUES (?)
                    ON CONFLICT DO NOTHING RETURNING id
                    """,
                    _ -> true,
                    marker);
        }
    }

    @Override
    public boolean hasArrived(Address rds, Credentials daybreak, String marker) {
        try (var link = connector.open(rds, daybreak)) {
            return link.row(
                    "Looking for a marker",
                    "SELECT EXISTS (SELECT FROM daybreak.marker WHERE id = ?)",
                    row -> row.getBoolean(1),
                    marker);
        }
    }

    @Override
    public int carrySequences(Address rds, Address aurora, Credentials daybreak) {
        try (var target = connector.open(aurora, daybreak);
                var source = writing(rds, daybreak)) {
            return new CarriedSequences(target, source).carry();
        }
    }

    @Override
    public void unsubscribe(Address rds, Credentials daybreak) {
        try (var link = writing(rds, daybreak)) {
            new Subscription(link).end();
        }
    }

    @Override
    public void dropSlot(Address aurora, Credentials daybreak) {
        try (var link = connector.open(aurora, daybreak)) {
            new Slot(link).drop();
        }
    }

    private Link writing(Address address, Credentials credentials) {
        var link = connector.open(address, credentials);
        try {
            link.run("Asking to write", WRITING);
            return link;
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }
}
