package dev.daybreak.rehearsal.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this JVM has taken from the machine.
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /// The most that it ever had resident, heap and all (`VmHWM`); 0 where the system does not
    /// tell.
    static long peakMebibytes() {
        try {
            return Files.exists(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                            .findFirst()
                            .orElse(0)
                    : 0;
        } catch (IOException _) {
            return 0;
        }
    }
}
