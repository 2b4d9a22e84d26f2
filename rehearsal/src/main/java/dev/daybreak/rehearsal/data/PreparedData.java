package dev.daybreak.rehearsal.data;

import dev.daybreak.rehearsal.postgres.Address;
import dev.daybreak.rehearsal.postgres.Cluster;
import dev.daybreak.rehearsal.postgres.Folders;
import dev.daybreak.rehearsal.postgres.Login;
import dev.daybreak.rehearsal.postgres.PostgresBinaries;
import dev.daybreak.rehearsal.postgres.PostgresServer;
import dev.daybreak.rehearsal.postgres.Progress;
import dev.daybreak.rehearsal.postgres.RdsRoles;
import dev.daybreak.rehearsal.postgres.ServerSettings;
import dev.daybreak.rehearsal.postgres.ServerTrouble;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// The files of a server that holds a plan's data, made once and copied for each rehearsal.
public final class PreparedData {
    /// Nothing here has to survive a crash, for a half-made copy is never used.
    private static final ServerSettings HASTE =
            new ServerSettings(
                    new TreeMap<>(
                            Map.ofEntries(
                                    Map.entry("fsync", "off"),
                                    Map.entry("synchronous_commit", "off"),
                                    Map.entry("full_page_writes", "off"),
                                    Map.entry("wal_level", "minimal"),
                                    Map.entry("max_wal_senders", "0"),
                                    Map.entry("max_wal_size", "8GB"),
                                    Map.entry("min_wal_size", "32MB"),
                                    Map.entry("autovacuum", "off"),
                                    Map.entry("jit", "off"),
                                    Map.entry("shared_buffers", "256MB"),
                                    Map.entry("maintenance_work_mem", "256MB"),
                                    Map.entry("timezone", "UTC"),
                                    Map.entry("lc_messages", "C"))));

    private final PostgresBinaries binaries;
    private final Cache cache;

    public PreparedData(PostgresBinaries binaries, Path cache) {
        this.binaries = binaries;
        this.cache = new Cache(cache);
    }

    /// Starts a server with the plan's data in a new folder; the master gets this password.
    public PostgresServer start(
            DataPlan plan,
            Path folder,
            Address address,
            ServerSettings settings,
            Login master,
            Progress progress) {
        if (!plan.master().equals(master.user())) {
            throw new IllegalArgumentException("the plan's master is " + plan.master());
        }
        var server = copy(plan, folder, progress).start("rds", address, settings);
        try (var admin = server.admin().connect()) {
            new RdsRoles(master).changePassword(admin);
            return server;
        } catch (SQLException e) {
            server.close();
            throw ServerTrouble.answered("the source does not answer", e);
        }
    }

    /// A copy of the prepared files, which are made first where there are none.
    public Cluster copy(DataPlan plan, Path folder, Progress progress) {
        var entry = plan.cacheName(binaries);
        var made = cache.get(entry, half -> make(plan, half));
        var admin = new Login("rdsadmin", cache.secretOf(made));
        return new Cluster(binaries, made, admin).copyTo(folder, progress);
    }

    private void make(DataPlan plan, Path folder) {
        Folders.refuseWithoutSpace(folder, plan.size().bytes());
        var admin = new Login("rdsadmin", password());
        cache.keepSecret(folder, admin.password());
        var cluster = Cluster.create(binaries, folder.resolve("made"), admin);
        var master = new Login(plan.master(), password());
        var server = cluster.start("generator", Address.free("127.0.0.1"), HASTE);
        try (var session = server.admin().connectPatiently()) {
            var roles = new RdsRoles(master);
            roles.create(session);
            roles.createDatabase(session, plan.database());
            new Generator(plan, server.database(plan.database(), master)).run();
        } catch (SQLException e) {
            throw ServerTrouble.answered("the data could not be made", e);
        } finally {
            server.stop();
        }
        Folders.rename(cluster.data(), folder.resolve("data"));
        Folders.delete(cluster.folder());
    }

    private static String password() {
        return new BigInteger(130, new SecureRandom()).toString(36);
    }
}
