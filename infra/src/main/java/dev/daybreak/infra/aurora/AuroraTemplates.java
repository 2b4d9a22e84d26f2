package dev.daybreak.infra.aurora;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/// The two templates as text. They stand in the repository, too: whoever reviews a change sees what
/// it does to the cluster, and a rehearsal needs neither Node nor the CDK.
public final class AuroraTemplates {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private AuroraTemplates() {}

    /// Synthesized anew; the same bytes each time.
    public static Map<Origin, String> synthesize() {
        var app = new App(AppProps.builder().outdir(scratch().toString()).build());
        for (var origin : Origin.values()) {
            new AuroraStack(app, origin.name(), origin, Map.of());
        }
        var assembly = app.synth();
        var texts = new TreeMap<Origin, String>();
        for (var origin : Origin.values()) {
            texts.put(origin, text(assembly.getStackByName(origin.name()).getTemplate()));
        }
        return texts;
    }

    /// @param folder where the repository keeps them
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (var template : synthesize().entrySet()) {
                Files.writeString(folder.resolve(template.getKey().file()), template.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("daybreak-templates");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Object template) {
        try {
            return MAPPER.writeValueAsString(template) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a template is JSON", impossible);
        }
    }
}
