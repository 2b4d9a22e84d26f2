package dev.daybreak.rehearsal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.data.DataPlan;
import dev.daybreak.rehearsal.data.PreparedData;
import dev.daybreak.rehearsal.data.Size;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What the tests of this module share: unpacked programs, and names for the doors.
public final class Servers {
    public static final Path CACHE = Path.of("target", "daybreak-cache");
    public static final Login ADMIN = new Login("rdsadmin", "admin-for-tests");
    public static final Login MASTER = new Login("mosaic", "pa'ss \\ wörd");
    public static final PostgresBinaries BINARIES = PostgresBinaries.in(CACHE);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Servers() {}

    /// A source with the smallest database that is moved.
    public static PostgresServer moved(Path folder) {
        var plan = new DataPlan(Size.parse("50MB"), 7, "mosaic", MASTER.user());
        return new PreparedData(BINARIES, CACHE)
                .start(
                        plan,
                        folder,
                        Address.free("127.0.0.2"),
                        ServerSettings.rds(),
                        MASTER,
                        Progress.UNHEARD);
    }

    public static void await(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as(what).isNegative();
            LockSupport.parkNanos(2_000_000);
        }
    }

    public static String ask(Database database, String sql) throws SQLException {
        try (var session = database.connect();
                var statement = session.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    public static void execute(Database database, String... statements) throws SQLException {
        try (var session = database.connect();
                var statement = session.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// A source with poor roles and an empty database `mosaic`.
    public static PostgresServer source(Path folder) throws SQLException {
        var server =
                Cluster.create(BINARIES, folder, ADMIN)
                        .start("rds", Address.free("127.0.0.2"), ServerSettings.rds());
        try (var admin = server.admin().connect()) {
            var roles = new RdsRoles(MASTER);
            roles.create(admin);
            roles.createDatabase(admin, "mosaic");
        }
        return server;
    }
}
