package dev.daybreak.infra;

import dev.daybreak.infra.aurora.AuroraTemplates;
import java.nio.file.Path;

/// What `./daybreak synth` and the CDK's command line start.
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        var repository = Path.of(System.getProperty("daybreak.repository", "")).toAbsolutePath();
        AuroraTemplates.write(repository.resolve("infra/templates"));
    }
}
