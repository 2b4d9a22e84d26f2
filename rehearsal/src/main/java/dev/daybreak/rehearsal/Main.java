package dev.daybreak.rehearsal;

import dev.daybreak.rehearsal.command.Daybreak;

/// The commands behind `./daybreak`.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Daybreak.run(args));
    }
}
