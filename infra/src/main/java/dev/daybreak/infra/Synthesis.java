package dev.daybreak.infra;

import dev.daybreak.infra.aurora.AuroraByHand;
import dev.daybreak.infra.stack.DaybreakStack;
import dev.daybreak.infra.stack.DaysAfterStack;
import dev.daybreak.migration.Migration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/// The stacks of one migration.
public final class Synthesis {
    private final Layout layout;
    private final Choices choices;
    private final Migration migration;
    private final Optional<String> account;

    /// @param account that the CDK's command line is logged in to, where it is
    Synthesis(Layout layout, Choices choices, Migration migration, Optional<String> account) {
        this.layout = layout;
        this.choices = choices;
        this.migration = migration;
        this.account = account;
    }

    static App app(Path output) {
        return new App(
                AppProps.builder()
                        .outdir(output.toString())
                        .analyticsReporting(false)
                        .treeMetadata(false)
                        .context(new TreeMap<>(Map.of("aws:cdk:disable-stack-trace", true)))
                        .build());
    }

    /// The Aurora stack is among them only where a snapshot is named: the workflow makes its own.
    void into(App app) {
        if (!Files.isDirectory(layout.functions())) {
            throw new IllegalArgumentException(
                    "%s is not there. Run ./daybreak synth, which builds it. Nothing was made."
                            .formatted(layout.functions()));
        }
        var first = new DaybreakStack(app, migration, choices.settings(), layout);
        new DaysAfterStack(app, migration, layout, first);
        choices.snapshot()
                .ifPresent(
                        snapshot ->
                                new AuroraByHand(migration, account)
                                        .into(
                                                app,
                                                snapshot,
                                                choices.engineVersion(),
                                                choices.storageGibibytes()));
    }
}
