package dev.daybreak.rehearsal.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page of the documentation.
///
/// @param lines without those of code blocks, which stand as empty ones
record Page(Path file, List<String> lines) {
    static final Path ROOT = Path.of("..");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");

    Page {
        lines = List.copyOf(lines);
    }

    /// The README and everything below `docs`.
    static List<Page> all() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        }
    }

    static Page read(Path file) {
        var lines = new ArrayList<String>();
        var inCode = false;
        for (var line : text(file).lines().toList()) {
            var isFence = line.strip().startsWith("```");
            lines.add(inCode || isFence ? "" : line);
            inCode ^= isFence;
        }
        return new Page(file, lines);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /// Everything that stands between backticks.
    List<String> names() {
        return CODE.matcher(String.join("\n", lines))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// What links point to, on this site.
    List<String> links() {
        return LINK.matcher(CODE.matcher(String.join("\n", lines)).replaceAll("`"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(link -> !link.matches("https?:.*"))
                .toList();
    }

    /// As GitHub makes them of headings.
    Set<String> anchors() {
        var anchors = new HashSet<String>();
        lines.stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ +", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }

    /// The cells of every row of its tables.
    List<List<String>> rows() {
        return lines.stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> List.of(line.substring(1).split("\\|", -1)))
                .map(cells -> cells.stream().map(String::strip).toList())
                .toList();
    }
}
