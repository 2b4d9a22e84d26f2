package dev.daybreak.rehearsal.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Whole folders: made for the owner only, and taken away again.
public final class Folders {
    private static final long SPARE_BYTES = 100L << 20;

    private static final int ATTEMPTS_MAX = 50;
    private static final Duration ATTEMPT_EVERY = Duration.ofMillis(20);

    private Folders() {}

    /// PostgreSQL refuses a data directory that others may read.
    public static Path createPrivate(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.setPosixFilePermissions(
                    folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " could not be made", e);
        }
    }

    /// A new folder: one with files in it is somebody's, and is neither filled nor deleted.
    static Path createNew(Path folder) {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new ServerTrouble(
                    ServerTrouble.Reason.BAD_DIRECTORY,
                    folder + " has files in it: choose a folder that does not exist yet");
        }
        return createPrivate(folder);
    }

    /// Before a long copy, rather than in the middle of it.
    public static void refuseWithoutSpace(Path folder, long bytes) {
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < bytes + SPARE_BYTES) {
                throw new ServerTrouble(
                        ServerTrouble.Reason.NO_SPACE,
                        ("%s needs %d MB, and %d MB are free there: free some space, or choose a"
                                        + " smaller --size")
                                .formatted(folder, (bytes + SPARE_BYTES) >> 20, free >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be looked at", e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException _) {
            return false;
        }
    }

    /// Gives a whole folder its final name, at once or not at all.
    public static void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not become %s".formatted(from, to), e);
        }
    }

    /// Deletes a folder and all in it; what is gone already is fine. The last processes of a server
    /// that was killed may still be writing there for a moment.
    public static void delete(Path folder) {
        for (var attempt = 1; !deleted(folder, attempt); attempt++) {
            LockSupport.parkNanos(ATTEMPT_EVERY.toNanos());
        }
    }

    private static boolean deleted(Path folder, int attempt) {
        try {
            Files.walkFileTree(folder, new Deletion());
            return true;
        } catch (NoSuchFileException _) {
            return true;
        } catch (IOException e) {
            if (e instanceof DirectoryNotEmptyException && attempt < ATTEMPTS_MAX) {
                return false;
            }
            throw new UncheckedIOException(
                    "%s could not be deleted; delete it by hand".formatted(folder), e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
