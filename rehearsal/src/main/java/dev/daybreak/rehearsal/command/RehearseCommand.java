package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.data.Size;
import dev.daybreak.rehearsal.report.PlainLines;
import dev.daybreak.rehearsal.world.Approver;
import dev.daybreak.rehearsal.world.Options;
import dev.daybreak.rehearsal.world.Rehearsal;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./daybreak rehearse`.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = "Runs a whole migration on this machine, on real PostgreSQL servers.")
public final class RehearseCommand implements Callable<Integer> {
    @Option(names = "--settings", defaultValue = "migration.json")
    private Path settings = Path.of("migration.json");

    @Option(names = "--size", defaultValue = "200MB", converter = SizeConverter.class)
    private Size size = new Size(200);

    @Option(names = "--quiet")
    private boolean quiet;

    @Option(names = "--fail")
    private @Nullable String fail;

    @Option(names = "--replay")
    private boolean replay;

    @Option(names = "--keep")
    private boolean keep;

    @Override
    public Integer call() {
        return switch (MigrationJson.read(settings)) {
            case Reading.Refused refused -> {
                refused.problems().forEach(problem -> System.err.println("  " + problem));
                yield 65;
            }
            case Reading.Read read -> {
                var repository = Path.of("").toAbsolutePath();
                var options =
                        new Options(
                                settings,
                                repository,
                                repository.resolve(".daybreak"),
                                size,
                                quiet,
                                Optional.ofNullable(fail),
                                false,
                                keep,
                                Options.PACE,
                                replay);
                var reporter = new PlainLines(System.out);
                var report = new Rehearsal(options, read.migration(), reporter, Approver.YES).run();
                reporter.finished(report);
                yield report.isGood() ? 0 : 1;
            }
        };
    }
}
