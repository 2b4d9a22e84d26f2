package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.CANNOT_RUN;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked once per machine from the archive on the class path.
public record PostgresBinaries(Path home) {
    private static final Map<String, String> ARCHIVES =
            Map.of(
                    "amd64", "/postgres-linux-x86_64.txz",
                    "x86_64", "/postgres-linux-x86_64.txz",
                    "aarch64", "/postgres-linux-arm_64.txz");

    /// Unpacks into `cache`, or finds what an earlier run unpacked there. A half-unpacked folder
    /// never carries the final name.
    public static PostgresBinaries in(Path cache) {
        try {
            var home = cache.toAbsolutePath().resolve("postgres-" + digest().substring(0, 16));
            if (!Files.isDirectory(home)) {
                unpack(Files.createDirectories(cache.toAbsolutePath()), home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + cache, e);
        }
    }

    public Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /// What `postgres --version` says, for instance `16.15`.
    public String version() {
        var said = Commands.output(program("postgres").toString(), "--version").strip();
        return said.substring(said.lastIndexOf(' ') + 1);
    }

    private static void unpack(Path cache, Path home) throws IOException {
        var half = Files.createTempDirectory(cache, "unpacking-");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (var next = next(tar); next.isPresent(); next = next(tar)) {
                place(tar, next.get(), half);
            }
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) { // else another run was quicker, with the same content
                throw e;
            }
        } finally {
            Folders.delete(half);
        }
    }

    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
        return Optional.ofNullable(tar.getNextEntry());
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
            throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(root));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String digest() throws IOException {
        try (var in = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream archive() {
        var system = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        var name = system.startsWith("Linux/") ? ARCHIVES.get(system.substring(6)) : null;
        var stream = name == null ? null : PostgresBinaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new ServerTrouble(
                    CANNOT_RUN,
                    "there is no PostgreSQL for %s on the class path: rehearse on Linux x86-64"
                            .formatted(system));
        }
        return stream;
    }
}
