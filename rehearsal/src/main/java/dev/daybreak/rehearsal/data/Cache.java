package dev.daybreak.rehearsal.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybreak.rehearsal.postgres.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/// Folders that were expensive to make. One gets its name when it is whole, with a list of its
/// files and their sizes; one that no longer agrees with its list is made again.
final class Cache {
    private static final String LIST = "files.sha256";
    private static final String SECRET = "secret";
    private static final String MAKING = "making-";
    private static final long PID = ProcessHandle.current().pid();

    private final Path root;

    Cache(Path root) {
        this.root = root.toAbsolutePath();
    }

    /// The folder of that name, after `maker` has filled it where need be.
    Path get(String name, Consumer<Path> maker) {
        var folder = root.resolve(name);
        try {
            if (Files.isDirectory(folder)) {
                if (isWhole(folder)) {
                    return folder;
                }
                Folders.delete(folder);
            }
            make(folder, maker);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the cache %s cannot be used".formatted(root), e);
        }
    }

    void keepSecret(Path folder, String secret) {
        try {
            var mine = PosixFilePermissions.fromString("rw-------");
            var file = folder.resolve(SECRET);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(mine));
            Files.writeString(file, secret);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be written", e);
        }
    }

    String secretOf(Path folder) {
        try {
            return Files.readString(folder.resolve(SECRET));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be read", e);
        }
    }

    private void make(Path folder, Consumer<Path> maker) throws IOException {
        deleteWhatNobodyMakesAnyMore();
        var half = Files.createTempDirectory(Files.createDirectories(root), MAKING + PID + "-");
        try {
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx--x--x"));
            maker.accept(half);
            Files.writeString(half.resolve(LIST), digest(half));
            if (!Files.isDirectory(folder)) { // else another run was quicker, with the same content
                Folders.rename(half, folder);
            }
        } finally {
            Folders.delete(half);
        }
    }

    /// A maker that was killed leaves its half-made folder; its process is in the name.
    private void deleteWhatNobodyMakesAnyMore() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var half = Files.newDirectoryStream(root, MAKING + "*-*")) {
            for (var folder : half) {
                var maker = String.valueOf(folder.getFileName()).split("-", -1)[1];
                if (maker.matches("[0-9]{1,9}")
                        && ProcessHandle.of(Long.parseLong(maker)).isEmpty()) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static boolean isWhole(Path folder) throws IOException {
        var list = folder.resolve(LIST);
        return Files.isRegularFile(list) && Files.readString(list).equals(digest(folder));
    }

    /// Over names and sizes only: PostgreSQL's own checksums look after the content.
    private static String digest(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : (Iterable<Path>) files.sorted()::iterator) {
                if (Files.isRegularFile(file) && !file.endsWith(LIST)) {
                    var line = folder.relativize(file) + " " + Files.size(file) + "\n";
                    digest.update(line.getBytes(UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
