package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.CANNOT_RUN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of a server that does not run, in a folder of its own, and who is its superuser.
public record Cluster(PostgresBinaries binaries, Path folder, Login admin) {
    public Cluster {
        folder = folder.toAbsolutePath();
    }

    /// Makes an empty cluster. ICU's rules sort text alike on every machine, for they come with the
    /// server; checksums are on, as on RDS, and would notice a badly copied page.
    public static Cluster create(PostgresBinaries binaries, Path folder, Login admin) {
        var cluster = new Cluster(binaries, Folders.createNew(folder), admin);
        var words = cluster.folder.resolve("password");
        try {
            Files.writeString(words, admin.password());
            Launch.here().own(cluster.folder);
            cluster.initialise(words);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException("a server could not be made in " + folder, e);
        } finally {
            Folders.delete(words);
        }
    }

    public Path data() {
        return folder.resolve("data");
    }

    /// Another cluster with the same data, roles and passwords. Nobody may be writing to this one.
    public Cluster copyTo(Path other, Progress progress) {
        var copy = new Cluster(binaries, Folders.createNew(other), admin);
        try {
            FolderCopy.copy(data(), copy.data(), _ -> true, progress);
            return copy;
        } catch (RuntimeException e) {
            Folders.delete(copy.folder);
            throw e;
        }
    }

    /// Starts it and waits until it answers; `name` is what people call it, for instance `rds`.
    public PostgresServer start(String name, Address address, ServerSettings settings) {
        return PostgresServer.start(this, name, address, settings);
    }

    private void initialise(Path passwordFile) {
        var command =
                List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + data(),
                        "--username=" + admin.user(),
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=en-US",
                        "--data-checksums",
                        "--no-instructions",
                        "--no-sync");
        var ended = Commands.run(Launch.here().command(command));
        if (ended.code() != 0) {
            throw Diagnosis.of(ended.output(), CANNOT_RUN)
                    .trouble("a server could not be made in " + folder, ended.output());
        }
    }
}
