package dev.daybreak.infra.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every state machine that is deployed: one for each file, named like it.
public record Workflows(SortedMap<String, Workflow> byName) {
    /// For a function that no workflow calls: it sends a message.
    private static final Duration MESSAGE = Duration.ofSeconds(55);

    private static final String SUFFIX = ".asl.json";

    public Workflows {
        byName = new TreeMap<>(byName);
    }

    public static Workflows in(Path folder) {
        var found = new TreeMap<String, Workflow>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(file -> found.put(name(file), Workflow.read(file)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return new Workflows(found);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }

    public Workflow named(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no workflow " + name));
    }

    /// How long a function may take, whichever workflow calls it.
    public Duration timeout(Step step) {
        return byName.values().stream()
                .filter(workflow -> workflow.calls(step))
                .map(workflow -> workflow.timeout(step))
                .min(Comparator.naturalOrder())
                .orElse(MESSAGE);
    }
}
