package dev.daybreak.rehearsal.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A copy of a server's files that recovers to one moment, and may be restored many times.
public record Snapshot(Cluster files, long bytes) {
    /// Takes it while clients write (https://www.postgresql.org/docs/16/continuous-archiving.html,
    /// "Making a Base Backup Using the Low Level API"). A snapshot that fails leaves no files.
    public static Snapshot take(PostgresServer server, Path folder, Progress progress) {
        var source = server.cluster();
        var copy = new Cluster(source.binaries(), Folders.createNew(folder), source.admin());
        try {
            return new Snapshot(copy, new Backup(server, copy, progress).run());
        } catch (RuntimeException e) {
            Folders.delete(copy.folder());
            throw e;
        }
    }

    /// Copies the files to a new folder; starting them there recovers.
    public Cluster restore(Path folder, Progress progress) {
        return files.copyTo(folder, progress);
    }

    public void delete() {
        Folders.delete(files.folder());
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
    }
}
