package dev.daybreak.rehearsal.world;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Streams;
import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.stream.Publication;
import dev.daybreak.stream.StreamState;
import java.sql.SQLException;
import java.util.function.Supplier;

/// AWS lets the members of `rds_replication` read from slots; stock PostgreSQL knows only an
/// attribute that a superuser gives
/// (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.FeatureSupport.LogicalReplication.html).
record RdsReplication(Streams streams, Supplier<Database> rds) implements Streams {
    private static final String ATTRIBUTE =
            """
            DO $$ DECLARE member text; BEGIN
              FOR member IN SELECT rolname FROM pg_roles
                WHERE rolcanlogin AND NOT rolsuper AND NOT rolreplication
                  AND pg_has_role(oid, 'rds_replication', 'MEMBER')
              LOOP EXECUTE format('ALTER ROLE %I REPLICATION', member); END LOOP;
            END $$
            """;

    @Override
    public Publication publish(
            Address address, Credentials owner, Credentials daybreak, boolean fullIdentity) {
        var published = streams.publish(address, owner, daybreak, fullIdentity);
        try (var connection = rds.get().connectPatiently();
                var statement = connection.createStatement()) {
            statement.execute(ATTRIBUTE);
        } catch (SQLException e) {
            throw new Unexpected("rds_replication could not be stood in for: " + e.getSQLState());
        }
        return published;
    }

    @Override
    public Publication prepare(Address rds, Address aurora, Credentials daybreak) {
        return streams.prepare(rds, aurora, daybreak);
    }

    @Override
    public void open(Address rds, Credentials daybreak) {
        streams.open(rds, daybreak);
    }

    @Override
    public StreamState look(Address rds, Address aurora, Credentials daybreak) {
        return streams.look(rds, aurora, daybreak);
    }

    @Override
    public void mark(Address aurora, Credentials daybreak, String marker) {
        streams.mark(aurora, daybreak, marker);
    }

    @Override
    public boolean hasArrived(Address rds, Credentials daybreak, String marker) {
        return streams.hasArrived(rds, daybreak, marker);
    }

    @Override
    public int carrySequences(Address rds, Address aurora, Credentials daybreak) {
        return streams.carrySequences(rds, aurora, daybreak);
    }

    @Override
    public void unsubscribe(Address rds, Credentials daybreak) {
        streams.unsubscribe(rds, daybreak);
    }

    @Override
    public void dropSlot(Address aurora, Credentials daybreak) {
        streams.dropSlot(aurora, daybreak);
    }
}
