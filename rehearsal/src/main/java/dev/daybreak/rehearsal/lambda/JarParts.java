package dev.daybreak.rehearsal.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What the jar that is deployed is made of.
///
/// @param bytes of the file
/// @param parts the largest first
public record JarParts(long bytes, List<Part> parts) {
    private static final String SERVICES = "software/amazon/awssdk/services/";

    /// How a zip holds an entry besides its content: two headers with the name in each.
    private static final int HEADERS = 30 + 46;

    /// Longer beginnings stand before the shorter ones that they begin with.
    private static final List<Map.Entry<String, String>> KNOWN =
            List.of(
                    Map.entry("dev/daybreak/", "Daybreak"),
                    Map.entry("software/amazon/awssdk/", "AWS SDK: core"),
                    Map.entry("io/fabric8/kubernetes/api/", "Kubernetes: models"),
                    Map.entry("io/fabric8/", "Kubernetes: client"),
                    Map.entry("com/fasterxml/", "Jackson"),
                    Map.entry("META-INF/versions/", "Jackson"),
                    Map.entry("org/postgresql/", "pgjdbc"),
                    Map.entry("com/ongres/", "pgjdbc"),
                    Map.entry("org/yaml/", "SnakeYAML"),
                    Map.entry("org/snakeyaml/", "SnakeYAML"));

    public JarParts {
        parts = List.copyOf(parts);
    }

    /// @param files how many entries
    /// @param bytes that they take in the file
    public record Part(String name, int files, long bytes) {
        private Part and(Part other) {
            return new Part(name, files + other.files, bytes + other.bytes);
        }
    }

    public static JarParts of(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var parts =
                    zip.stream()
                            .map(entry -> new Part(name(entry), 1, bytes(entry)))
                            .collect(
                                    Collectors.toMap(
                                            Part::name, part -> part, Part::and, TreeMap::new));
            return new JarParts(
                    Files.size(jar),
                    parts.values().stream()
                            .sorted(Comparator.comparingLong(Part::bytes).reversed())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read: ./daybreak test builds it", e);
        }
    }

    /// As the documentation has it.
    public String table() {
        var lines =
                parts.stream()
                        .map(
                                part ->
                                        "| %s | %,d | %.1f MB |"
                                                .formatted(
                                                        part.name(),
                                                        part.files(),
                                                        part.bytes() / 1e6));
        return "| part | files | in the jar |\n|---|---|---|\n%s\n| together | %,d | %.1f MB |\n"
                .formatted(
                        lines.collect(Collectors.joining("\n")),
                        parts.stream().mapToInt(Part::files).sum(),
                        bytes / 1e6);
    }

    private static String name(ZipEntry entry) {
        var path = entry.getName();
        if (path.startsWith(SERVICES)) {
            return "AWS SDK: " + path.substring(SERVICES.length()).split("/", 2)[0];
        }
        return KNOWN.stream()
                .filter(known -> path.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("everything else");
    }

    private static long bytes(ZipEntry entry) {
        return entry.getCompressedSize() + HEADERS + 2L * entry.getName().length();
    }
}
