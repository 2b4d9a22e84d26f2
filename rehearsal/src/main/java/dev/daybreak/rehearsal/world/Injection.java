package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.postgres.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

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
    /// The schedule that would be faster does not fire, and AWS starts the old instance after a
    /// week.
    AUTO_START(Integer.MAX_VALUE) {
        @Override
        void now(World world) {
            world.cloud().life().startByAws(world.migration().source().instance());
            awaitStart(world);
        }

        @Override
        boolean isDue(World world, int day) {
            return isStopped(world) && hasRested(world);
        }
    };

    /// In the last night before the week is over, as late as `LookAwake` expects of AWS.
    private static final Duration NEARLY_A_WEEK = Duration.ofDays(7).minusHours(7);

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

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

    /// Events come when it runs, and before anything else happens.
    private static void awaitStart(World world) {
        var id = world.migration().source().instance();
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (world.cloud().instances().find(id).filter(one -> one.isAvailable()).isEmpty()
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static boolean hasRested(World world) {
        var since = world.clock().instant().minus(NEARLY_A_WEEK);
        return world.wiring()
                .journal()
                .wanted()
                .filter(one -> one.since().isBefore(since))
                .isPresent();
    }

    /// What a describe says may be older than the last deed.
    private static boolean isStopped(World world) {
        var id = world.migration().source().instance();
        var cloud = world.cloud();
        return cloud.instances().find(id).filter(one -> one.status().equals("stopped")).isPresent()
                && cloud.life().deeds().getLast().what().equals("stop");
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
