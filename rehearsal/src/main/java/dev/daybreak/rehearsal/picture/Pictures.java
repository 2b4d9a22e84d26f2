package dev.daybreak.rehearsal.picture;

import dev.daybreak.rehearsal.asl.StateMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The pictures of the workflow in this repository: drawn from the state machine's file, never by
/// hand.
public final class Pictures {
    static final String BEGIN = "<!-- workflow:begin -->";
    static final String END = "<!-- workflow:end -->";

    private static final Path SVG = Path.of("docs", "workflow.svg");
    private static final Path README = Path.of("README.md");

    private Pictures() {}

    /// The files as they must be, by their path in the repository; a README without the markers is
    /// left alone.
    public static Map<Path, String> drawn(StateMachine machine, Path repository) {
        var outline = Outline.of(machine);
        var files = new LinkedHashMap<Path, String>();
        files.put(SVG, Svg.of(outline));
        read(repository.resolve(README))
                .flatMap(text -> filled(text, new Mermaid(outline).text()))
                .ifPresent(text -> files.put(README, text));
        return files;
    }

    /// Whether a file is as it must be.
    public static boolean isUpToDate(Path repository, Path file, String drawn) {
        return read(repository.resolve(file)).filter(drawn::equals).isPresent();
    }

    public static void write(Path repository, Path file, String drawn) {
        try {
            Files.writeString(repository.resolve(file), drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    static Optional<String> filled(String readme, String block) {
        var begin = readme.indexOf(BEGIN);
        var end = readme.indexOf(END);
        return begin < 0 || end < begin
                ? Optional.empty()
                : Optional.of(
                        readme.substring(0, begin + BEGIN.length())
                                + "\n"
                                + block
                                + "\n"
                                + readme.substring(end));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
