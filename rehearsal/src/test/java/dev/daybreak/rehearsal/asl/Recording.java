package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One execution that real Step Functions ran and somebody recorded.
record Recording(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The folder with the cases lies beside the repository; it isn't part of it.
    static Optional<Path> folder() {
        var asked = Optional.ofNullable(System.getProperty("daybreak.recordings"));
        return asked.map(Path::of)
                .or(() -> repository().map(root -> root.resolveSibling("shared/asl-recordings")))
                .map(path -> path.resolve("cases"))
                .filter(Files::isDirectory);
    }

    private static Optional<Path> repository() {
        var folder = Optional.of(Path.of("").toAbsolutePath());
        while (folder.isPresent() && !isRepository(folder.get())) {
            folder = folder.map(Path::getParent);
        }
        return folder;
    }

    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve("pom.xml")) && Files.exists(folder.resolve("daybreak"));
    }

    static List<Recording> all(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recording read(Path file) {
        try {
            return new Recording(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return json.path("name").asText();
    }

    String kind() {
        return json.path("kind").asText();
    }

    String language() {
        return json.path("queryLanguage").asText();
    }

    JsonNode definition() {
        return json.path("definition");
    }

    JsonNode input() {
        return json.path("input");
    }

    JsonNode expected() {
        return json.path("expected");
    }

    boolean isSorted() {
        return expected().path("eventOrder").asText().equals("sorted-in-parallel");
    }

    List<JsonNode> events() {
        var events = expected().path("events");
        return events.valueStream().toList();
    }

    JsonNode lambda(String function) {
        return json.path("lambdas").path(function);
    }
}
