package dev.daybreak.infra;

import dev.daybreak.infra.aurora.AuroraTemplates;
import dev.daybreak.infra.stack.DaybreakStack;
import dev.daybreak.migration.Migration;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/// What `./daybreak synth` and the CDK's command line start.
public final class Main {
    private static final int BAD_SETTINGS = 65;

    private Main() {}

    public static void main(String... arguments) {
        var repository = Path.of(System.getProperty("daybreak.repository", "")).toAbsolutePath();
        if (List.of(arguments).equals(List.of("templates"))) {
            AuroraTemplates.write(repository.resolve("infra/templates"));
            return;
        }
        var app = new App(AppProps.builder().analyticsReporting(false).build());
        var settings = repository.resolve(context(app, "settings").orElse("migration.json"));
        switch (MigrationJson.read(settings)) {
            case Reading.Refused(var problems) -> {
                System.err.printf("%s has %d problems:%n", settings, problems.size());
                problems.forEach(problem -> System.err.println("  " + problem));
                System.err.println("Nothing was synthesized.");
                System.exit(BAD_SETTINGS);
            }
            case Reading.Read(Migration migration) ->
                    synthesize(app, repository, settings, migration);
        }
    }

    private static void synthesize(App app, Path repository, Path settings, Migration migration) {
        var templates = repository.resolve("infra/templates");
        new DaybreakStack(
                app,
                migration,
                new DaybreakStack.Sources(
                        settings,
                        repository.resolve("functions/target/functions-0.1.0-SNAPSHOT.jar"),
                        repository.resolve("statemachine"),
                        templates));
        app.synth();
    }

    private static Optional<String> context(App app, String name) {
        return Optional.ofNullable(app.getNode().tryGetContext(name)).map(Object::toString);
    }
}
