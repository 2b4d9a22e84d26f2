package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/// Servers that are left running after a rehearsal: how to reach and how to end them, in files of
/// the rehearsal's folder. Passwords are in one that only its owner can read.
public final class Kept {
    /// For people; it holds no password.
    public static final String HOW_TO_CONNECT = "how-to-connect.txt";

    private static final String PASSWORDS = "pgpass";
    private static final String STOP = "stop";

    private final Path folder;
    private final Foundation foundation;
    private final List<PostgresServer> servers;

    private Kept(Path folder, Foundation foundation, List<PostgresServer> servers) {
        this.folder = folder;
        this.foundation = foundation;
        this.servers = servers;
    }

    static void write(Path folder, Foundation foundation, List<PostgresServer> servers) {
        var kept = new Kept(folder, foundation, servers);
        try {
            kept.file(PASSWORDS, "rw-------", kept.passwords());
            kept.file(STOP, "rwx------", kept.stop());
            kept.file(HOW_TO_CONNECT, "rw-r--r--", kept.words());
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can be written to " + folder, e);
        }
    }

    private void file(String name, String rights, String text) throws IOException {
        var file = folder.resolve(name);
        var attribute =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
        Files.deleteIfExists(file);
        Files.writeString(Files.createFile(file, attribute), text);
    }

    private String words() {
        var lines = new StringBuilder("The servers are left running:\n");
        lines.append("  export PGPASSFILE=%s\n".formatted(folder.resolve(PASSWORDS)));
        for (var server : servers) {
            for (var user : List.of(foundation.application().user(), admin(server))) {
                lines.append(
                        "  psql 'host=%s port=%d dbname=%s user=%s sslmode=require'   # %s%s\n"
                                .formatted(
                                        server.address().host(),
                                        server.address().port(),
                                        Foundation.DATABASE,
                                        user,
                                        server.name(),
                                        user.equals(admin(server)) ? ", past every fence" : ""));
            }
        }
        return lines.append("The passwords are in that file, which only you can read.\n")
                .append(
                        "To stop the servers and delete their data:  %s\n"
                                .formatted(folder.resolve(STOP)))
                .toString();
    }

    /// As libpq wants it (https://www.postgresql.org/docs/16/libpq-pgpass.html).
    private String passwords() {
        return servers.stream()
                .map(
                        server ->
                                line(
                                                server,
                                                foundation.application().user(),
                                                foundation.application().password())
                                        + line(
                                                server,
                                                admin(server),
                                                server.cluster().admin().password()))
                .collect(Collectors.joining());
    }

    private static String line(PostgresServer server, String user, String password) {
        return "%s:%d:*:%s:%s\n"
                .formatted(server.address().host(), server.address().port(), user, password);
    }

    private static String admin(PostgresServer server) {
        return server.cluster().admin().user();
    }

    /// A server's own file tells its process, so that no stranger's is ever ended.
    private String stop() {
        var script = new StringBuilder("#!/bin/sh\ncd '%s' || exit 1\n".formatted(folder));
        for (var server : servers) {
            script.append(
                    """
                    pid=$(head -n 1 '%1$s/postmaster.pid' 2>/dev/null) && kill -INT "$pid"
                    while [ -e '%1$s/postmaster.pid' ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
                    """
                            .formatted(server.cluster().data()));
        }
        return script.append("rm -rf rds servers pgpass how-to-connect.txt stop\n").toString();
    }
}
