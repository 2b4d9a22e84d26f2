package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.postgres.Database;
import java.sql.SQLException;
import java.util.List;

/// Something that goes wrong in the days after, to see what people are told.
public enum Injection {
    /// Somebody forgot a client: it goes on using the old host.
    STRAGGLER(1) {
        @Override
        void now(World world) {
            world.clients()
                    .stray("forgotten", world.application(world.foundation().source().address()));
        }
    },
    /// Applying changes on RDS fails from now on.
    BROKEN_STREAM(1) {
        @Override
        void now(World world) {
            execute(
                    world.foundation().source().admin().named(Foundation.DATABASE),
                    "BEGIN READ WRITE",
                    "ALTER TABLE live_write RENAME COLUMN written_at TO written",
                    "COMMIT");
        }
    },
    /// The password is rotated on Aurora and in the secret.
    ROTATED_PASSWORD(1) {
        @Override
        void now(World world) {
            Rotation.rotate(world, Foundation.password());
        }
    },
    /// The application writes errors into its log.
    APPLICATION_ERRORS(1) {
        @Override
        void now(World world) {
            world.clients().writeToLogs("ERROR something that was asked for");
        }
    },
    /// Somebody starts the old instance while it is to be stopped.
    HUMAN_START(Integer.MAX_VALUE) {
        @Override
        void now(World world) {
            world.cloud().life().startByHand(world.migration().source().instance());
        }

        @Override
        boolean isDue(World world, int day) {
            return isStopped(world);
        }
    },
    /// AWS starts the old instance by itself, long before anybody thought so.
    AUTO_START(Integer.MAX_VALUE) {
        @Override
        void now(World world) {
            world.cloud().life().startByAws(world.migration().source().instance());
        }

        @Override
        boolean isDue(World world, int day) {
            return isStopped(world);
        }
    };

    private final int day;

    Injection(int day) {
        this.day = day;
    }

    abstract void now(World world);

    boolean isDue(World world, int today) {
        return today == day;
    }

    /// Once, on its day.
    void into(World world, int today) {
        if (isDue(world, today) && world.injected().add(this)) {
            now(world);
        }
    }

    private static boolean isStopped(World world) {
        return world.cloud()
                .instances()
                .find(world.migration().source().instance())
                .filter(one -> one.status().equals("stopped"))
                .isPresent();
    }

    private static void execute(Database database, String... statements) {
        try (var connection = database.connectPatiently();
                var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an injection failed: " + e.getMessage(), e);
        }
    }
}
