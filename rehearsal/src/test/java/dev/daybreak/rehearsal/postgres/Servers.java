package dev.daybreak.rehearsal.postgres;

import java.nio.file.Path;

/// What the tests of this module share: unpacked programs, and names for the doors.
public final class Servers {
    public static final Login ADMIN = new Login("rdsadmin", "admin-for-tests");
    public static final Login MASTER = new Login("mosaic", "pa'ss \\ wörd");
    public static final PostgresBinaries BINARIES =
            PostgresBinaries.in(Path.of("target", "daybreak-cache"));

    private Servers() {}

    /// A source with poor roles and an empty database `mosaic`.
    public static PostgresServer source(Path folder) throws java.sql.SQLException {
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
