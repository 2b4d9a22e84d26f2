package dev.daybreak.rehearsal;

import dev.daybreak.rehearsal.command.RehearseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands behind `./daybreak`.
@Command(name = "daybreak", subcommands = RehearseCommand.class)
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
