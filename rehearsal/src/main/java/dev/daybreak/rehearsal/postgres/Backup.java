package dev.daybreak.rehearsal.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// One run of PostgreSQL's low-level backup: start, copy, stop, label, log of writes, control file.
final class Backup {
    /// Their folders come along empty: they belong to the server that runs, not to its data.
    private static final Set<String> EMPTY =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_stat",
                    "pg_stat_tmp",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_subtrans",
                    "pg_dynshmem");

    private static final Path CONTROL = Path.of("global", "pg_control");

    /// The first and the last file of the log of writes that recovery needs, and the label.
    private record Stopped(String firstSegment, String lastSegment, String label) {}

    private final PostgresServer server;
    private final Path from;
    private final Path to;
    private final Progress progress;

    Backup(PostgresServer server, Cluster copy, Progress progress) {
        this.server = server;
        this.from = server.cluster().data();
        this.to = copy.data();
        this.progress = progress;
    }

    long run() {
        try (var session = server.admin().connectPatiently()) {
            var firstSegment = start(session);
            var bytes = FolderCopy.copy(from, to, Backup::isWanted, progress);
            var stopped = stop(session, firstSegment);
            Snapshot.write(to.resolve("backup_label"), stopped.label().getBytes(UTF_8));
            bytes +=
                    FolderCopy.copy(
                            from.resolve("pg_wal"),
                            to.resolve("pg_wal"),
                            file -> isSegment(file.toString(), stopped),
                            Progress.UNHEARD);
            FolderCopy.copyFile(from.resolve(CONTROL), to.resolve(CONTROL));
            return bytes;
        } catch (SQLException e) {
            var state = server.isAlive() ? ", which still runs," : ", which is gone,";
            throw ServerTrouble.answered(
                    "the snapshot of %s%s failed".formatted(server.name(), state), e);
        }
    }

    /// The temporary slot keeps the log of writes from being recycled under a long copy; it ends
    /// with the session, and folders of slots are not copied.
    private static String start(Connection session) throws SQLException {
        ask(
                session,
                "SELECT lsn FROM pg_create_physical_replication_slot("
                        + "'daybreak_snapshot_' || pg_backend_pid(), true, true)");
        return ask(session, "SELECT pg_walfile_name(pg_backup_start('daybreak', true))");
    }

    private static Stopped stop(Connection session, String firstSegment) throws SQLException {
        try (var statement = session.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT pg_walfile_name(lsn), labelfile"
                                        + " FROM pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            return new Stopped(firstSegment, row.getString(1), row.getString(2));
        }
    }

    private static String ask(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean isWanted(Path file) {
        var name = String.valueOf(file.getFileName());
        return !EMPTY.contains(file.getName(0).toString())
                && !file.equals(CONTROL)
                && !file.toString().contains("pgsql_tmp")
                && !name.startsWith("postmaster.")
                && !name.startsWith("backup_label")
                && !name.equals("pg_internal.init")
                && !name.equals("postgresql.auto.conf");
    }

    /// The names of the segments sort as the log of writes runs, within one timeline.
    private static boolean isSegment(String name, Stopped stopped) {
        return name.matches("[0-9A-F]{24}")
                && name.compareTo(stopped.firstSegment()) >= 0
                && name.compareTo(stopped.lastSegment()) <= 0;
    }
}
