package dev.daybreak.infra;

import dev.daybreak.infra.aurora.AuroraTemplates;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;

/// What `./daybreak synth` and the CDK's command line start.
public final class Main {
    private static final int USAGE = 64;
    private static final int BAD_SETTINGS = 65;
    private static final int GUARDED = 70;

    private Main() {}

    public static void main(String... arguments) {
        var repository = System.getProperty("daybreak.repository", "");
        var layout = new Layout(Path.of(repository).toAbsolutePath().normalize());
        System.exit(run(layout, System.getenv(), arguments));
    }

    private static int run(Layout layout, Map<String, String> environment, String... arguments) {
        try {
            if (List.of(arguments).equals(List.of("templates"))) {
                AuroraTemplates.write(layout.templates());
                return 0;
            }
            // Set by the CDK's command line.
            var output = Optional.ofNullable(environment.get("CDK_OUTDIR")).map(Path::of);
            var account = Optional.ofNullable(environment.get("CDK_DEFAULT_ACCOUNT"));
            var app = Synthesis.app(output.orElse(layout.output()));
            return synthesize(app, layout, Choices.of(layout, app, arguments), account);
        } catch (IllegalArgumentException refused) {
            System.err.println("daybreak: " + refused.getMessage());
            return USAGE;
        }
    }

    private static int synthesize(
            App app, Layout layout, Choices choices, Optional<String> account) {
        return switch (MigrationJson.read(choices.settings())) {
            case Reading.Refused refused -> {
                System.err.println(
                        "daybreak: " + refused.told(choices.settings(), "Nothing was made."));
                yield BAD_SETTINGS;
            }
            case Reading.Read(var migration) -> {
                var synthesis = new Synthesis(layout, choices, migration, account);
                synthesis.into(app);
                yield Guarded.synthesize(app) ? 0 : GUARDED;
            }
        };
    }
}
