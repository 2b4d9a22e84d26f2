package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.report.Display;
import dev.daybreak.rehearsal.terminal.LiveTerminal;
import dev.daybreak.rehearsal.terminal.Paint;
import dev.daybreak.rehearsal.terminal.PlainLines;
import dev.daybreak.rehearsal.world.Approver;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a command shows what it does: a terminal that lives, or plain lines.
record Screen(Display display, Optional<LiveTerminal> live, PrintStream out) {
    static Screen choose(boolean json) {
        return choose(json, terminal().isPresent(), System.getenv());
    }

    /// `NO_COLOR` is respected (https://no-color.org), and so is a terminal that says that it is
    /// dumb.
    static Screen choose(boolean json, boolean terminal, Map<String, String> environment) {
        if (json || !terminal || environment.getOrDefault("TERM", "dumb").equals("dumb")) {
            var out = json ? System.err : System.out;
            return new Screen(new PlainLines(out), Optional.empty(), out);
        }
        var paint = environment.getOrDefault("NO_COLOR", "").isEmpty() ? Paint.ANSI : Paint.NONE;
        var live = new LiveTerminal(System.out, paint);
        return new Screen(live, Optional.of(live), System.out);
    }

    /// Whoever sits there.
    Optional<Approver> person() {
        return terminal().map(console -> new AskedPerson(console, live));
    }

    /// Says how to reach the servers that were kept, where some were.
    void kept(Path folder) {
        var file = folder.resolve(dev.daybreak.rehearsal.world.Kept.HOW_TO_CONNECT);
        if (Files.exists(file)) {
            try {
                out.println();
                out.print(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
    }

    /// Nothing moves any more; what comes next is written below.
    void gone() {
        live.ifPresent(LiveTerminal::pause);
    }

    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
