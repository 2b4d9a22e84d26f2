package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// What a rehearsal must not leave behind.
final class Leftovers {
    private Leftovers() {}

    /// No process that works in its folder, and nothing in the folder but reports.
    static void none(Path folder) {
        assertThat(ProcessHandle.allProcesses().filter(one -> uses(one, folder)))
                .as("processes that are left")
                .isEmpty();
        try (var left = Files.list(folder)) {
            assertThat(left).as("what is left").allMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// No password in a file, and none on the terminal.
    static void noSecrets(Path folder, String printed, Set<String> secrets) {
        assertThat(secrets).hasSizeGreaterThan(1);
        try (var files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                secrets.forEach(
                        secret ->
                                assertThat(text.contains(secret))
                                        .as("a password in " + file)
                                        .isFalse());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        secrets.forEach(
                secret ->
                        assertThat(printed.contains(secret))
                                .as("a password on the terminal")
                                .isFalse());
    }

    private static boolean uses(ProcessHandle process, Path folder) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(folder.toString()))
                .isPresent();
    }
}
