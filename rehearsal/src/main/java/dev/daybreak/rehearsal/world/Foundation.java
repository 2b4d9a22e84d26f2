package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.data.DataPlan;
import dev.daybreak.rehearsal.data.PreparedData;
import dev.daybreak.rehearsal.data.Size;
import dev.daybreak.rehearsal.postgres.Address;
import dev.daybreak.rehearsal.postgres.Folders;
import dev.daybreak.rehearsal.postgres.Login;
import dev.daybreak.rehearsal.postgres.PostgresBinaries;
import dev.daybreak.rehearsal.postgres.PostgresServer;
import dev.daybreak.rehearsal.postgres.Progress;
import dev.daybreak.rehearsal.postgres.ServerSettings;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The server that stands in for the RDS instance, with its data, and the place of the one to come.
///
/// @param application the application's login; it owns its database, as it often does on RDS
/// @param aurora where the Aurora cluster will answer
record Foundation(PostgresServer source, Login application, Address aurora, Path folder) {
    static final String DATABASE = "app";
    static final String USER = "app_owner";

    private static final long SEED = 42;

    static Foundation lay(Path home, Path folder, Size size, Progress progress) {
        var binaries = PostgresBinaries.in(home.resolve("cache"));
        var login = new Login(USER, password());
        var source =
                new PreparedData(binaries, home.resolve("cache"))
                        .start(
                                new DataPlan(size, SEED, DATABASE, USER),
                                folder.resolve("rds"),
                                Address.free("127.0.0.2"),
                                ServerSettings.rds(),
                                login,
                                progress);
        return new Foundation(source, login, Address.free("127.0.0.3"), folder);
    }

    RealServers servers() {
        return new RealServers(source, aurora, Folders.createPrivate(folder.resolve("servers")));
    }

    static String password() {
        return new BigInteger(160, new SecureRandom()).toString(36);
    }
}
