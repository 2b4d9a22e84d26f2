package dev.daybreak.rehearsal.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// What stands for the names that a workflow's file leaves open.
public record Substitutions(Path file) {
    /// Those that the file names, and no other.
    public Map<String, String> named() {
        var all = new TreeMap<>(Functions.substitutions());
        all.put("AlertTopic", "arn:aws:sns:local:000000000000:daybreak");
        var text = text();
        all.keySet().removeIf(name -> !text.contains("${%s}".formatted(name)));
        return all;
    }

    /// A file that cannot be read is refused with better words when it is loaded.
    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
