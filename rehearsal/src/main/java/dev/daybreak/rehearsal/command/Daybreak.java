package dev.daybreak.rehearsal.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// All commands; whatever goes wrong in them ends in a sentence and an exit code.
@Command(
        name = "./daybreak",
        mixinStandardHelpOptions = true,
        description = "Moves an RDS PostgreSQL instance to Aurora, and rehearses it here first.",
        subcommands = {
            RehearseCommand.class,
            CheckCommand.class,
            DrawCommand.class,
            SimulateCommand.class,
            BenchCommand.class
        })
public final class Daybreak {
    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "Shows where in Daybreak a trouble came from; so does DAYBREAK_TRACE=1.")
    private boolean trace = !System.getenv().getOrDefault("DAYBREAK_TRACE", "").isEmpty();

    private Daybreak() {}

    public static int run(String... arguments) {
        var daybreak = new Daybreak();
        return new CommandLine(daybreak)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, _) -> refuse(wrong))
                .setExecutionExceptionHandler((thrown, _, _) -> daybreak.tell(thrown))
                .execute(arguments);
    }

    private static int refuse(ParameterException wrong) {
        var name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        System.err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, System.err);
        System.err.printf("%n%s --help tells all options. Nothing was started.%n", name);
        return ExitCode.USAGE;
    }

    private int tell(Exception thrown) {
        var trouble = Trouble.of(thrown);
        System.err.println("daybreak: " + trouble.words());
        if (trace) {
            thrown.printStackTrace(System.err);
        }
        return trouble.code();
    }
}
