package dev.daybreak.rehearsal.asl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A definition as it lies in a file, with `${Name}` placeholders that a deployment fills
/// (CloudFormation's `DefinitionSubstitutions`).
final class DefinitionFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");
    private static final String ENDING = ".asl.json";

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private DefinitionFile() {}

    static StateMachine load(Path file, Map<String, String> substitutions) {
        var problems = new ArrayList<Problem>();
        var definition = read(file, filled(text(file), substitutions, problems), problems);
        var name = String.valueOf(file.getFileName());
        if (name.endsWith(ENDING)) {
            name = name.substring(0, name.length() - ENDING.length());
        }
        return Loader.load(name, definition, problems);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The definition " + file + " can't be read.", e);
        }
    }

    private static JsonNode read(Path file, String text, List<Problem> problems) {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            var what =
                    "is no JSON in line %d, column %d: %s"
                            .formatted(
                                    where.getLineNr(), where.getColumnNr(), e.getOriginalMessage());
            problems.add(invalid(what));
            throw new RefusedDefinition(file.toString(), problems);
        }
    }

    /// Values are put in as they are, as CloudFormation does: a number stays a number where the
    /// placeholder stands without quotes.
    private static String filled(
            String text, Map<String, String> substitutions, List<Problem> problems) {
        var unused = new TreeSet<>(substitutions.keySet());
        var filled =
                PLACEHOLDER
                        .matcher(text)
                        .replaceAll(
                                match -> {
                                    var name = match.group(1);
                                    unused.remove(name);
                                    if (!substitutions.containsKey(name)) {
                                        problems.add(missing(name, text, match.start()));
                                    }
                                    return Matcher.quoteReplacement(
                                            substitutions.getOrDefault(name, ""));
                                });
        for (var name : unused) {
            problems.add(invalid("a value is given for ${" + name + "}, which isn't there"));
        }
        return filled;
    }

    private static Problem missing(String name, String text, int start) {
        var line = 1 + text.substring(0, start).chars().filter(c -> c == '\n').count();
        return invalid(
                "nothing is given for the placeholder ${%s} in line %d".formatted(name, line));
    }

    private static Problem invalid(String what) {
        return new Problem(Problem.Kind.INVALID, "", "", what);
    }
}
