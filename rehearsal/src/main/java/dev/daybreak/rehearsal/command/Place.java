package dev.daybreak.rehearsal.command;

import java.nio.file.Path;

/// Where Daybreak is: the launcher says so, and commands are run from anywhere.
final class Place {
    private Place() {}

    static Path repository() {
        return Path.of(System.getProperty("daybreak.repository", "")).toAbsolutePath().normalize();
    }

    /// Where caches, transcripts and reports are.
    static Path home() {
        return repository().resolve(".daybreak");
    }
}
