package dev.daybreak.postgres;

import dev.daybreak.database.Access;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.ports.Fences;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Fences real databases. The table locks are a courtesy: they keep a commit that is under way from
/// being cut off in doubt. What stops writes is the ACL, and that nobody is left inside.
public final class PostgresFences implements Fences {
    /// How long sessions that carry the read-only default are waited for once it is gone.
    private static final Duration PATIENCE_LIFTING = Duration.ofSeconds(20);

    private static final String PREPARED =
            "SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database()";

    private final Connector connector;
    private final InstantSource clock;

    public PostgresFences(Connector connector, InstantSource clock) {
        this.connector = connector;
        this.clock = clock;
    }

    @Override
    public Access look(Address address, Credentials owner, Credentials daybreak) {
        try (var outside = connector.open(Maintenance.of(address), owner)) {
            return new Admission(outside, address, daybreak.username()).look();
        }
    }

    @Override
    public Raised raise(
            Address address, Credentials owner, Credentials daybreak, Duration patience) {
        var end = clock.instant().plus(patience);
        try (var inside = connector.open(address, daybreak);
                var outside = connector.open(Maintenance.of(address), owner)) {
            var drain = new Drain(inside, clock);
            var admission = new Admission(outside, address, daybreak.username());
            var own =
                    admission.look().isFenced()
                            ? List.<Long>of()
                            : closed(address, owner, admission, drain, patience);
            var left = drain.endAll(List.of(), end);
            var prepared = inside.row("Counting", PREPARED, row -> row.getInt(1));
            return new Raised(own, drain.endedInAll(), left, prepared);
        }
    }

    /// The locks are held until nobody is left inside, so that those who wait for them end waiting.
    private List<Long> closed(
            Address address,
            Credentials owner,
            Admission admission,
            Drain drain,
            Duration patience) {
        var start = clock.instant();
        try (var locks = TableLocks.take(connector, address, owner, drain, clock, patience)) {
            var own = admission.close();
            drain.endAll(locks.holders(), start.plus(patience));
            return own;
        }
    }

    @Override
    public void admitReaders(
            Address address, Credentials owner, Credentials daybreak, Access before) {
        try (var outside = connector.open(Maintenance.of(address), owner)) {
            new Admission(outside, address, daybreak.username()).openForReaders(before);
        }
    }

    @Override
    public void lift(Address address, Credentials owner, Credentials daybreak, Access before) {
        try (var inside = connector.open(address, daybreak);
                var outside = connector.open(Maintenance.of(address), owner)) {
            var lifted = new Admission(outside, address, daybreak.username()).open(before);
            var end = clock.instant().plus(PATIENCE_LIFTING);
            var left = new Drain(inside, clock).endOlder(lifted, daybreak.username(), end);
            if (left > 0) {
                throw new Unavailable(
                        "%d sessions on %s that began read-only would not end within %s."
                                .formatted(left, address, PATIENCE_LIFTING));
            }
        }
    }
}
