package dev.daybreak.rehearsal.terminal;

import java.io.PrintStream;
import java.util.List;

/// The last lines of a terminal, drawn again and again in their place, with all that stays above
/// them. Lines that are too long are cut by the terminal itself, so its width never matters.
final class LiveArea {
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private List<String> lines = List.of();
    private boolean hidden;

    LiveArea(PrintStream out) {
        this.out = out;
    }

    /// Says something that stays.
    void say(String line) {
        out.print(erased() + line + "\n" + drawn());
        out.flush();
    }

    /// What stands below all that was said, from now on.
    void show(List<String> now) {
        if (hidden) {
            return;
        }
        var erased = erased();
        lines = List.copyOf(now);
        out.print(erased + drawn());
        out.flush();
    }

    /// Takes the live lines away, for good or while somebody types.
    void hide() {
        show(List.of());
        hidden = true;
    }

    void unhide() {
        hidden = false;
    }

    private String erased() {
        return lines.isEmpty() ? "" : "\r\u001b[" + lines.size() + "A" + CLEAR_BELOW;
    }

    private String drawn() {
        return lines.isEmpty() ? "" : NO_WRAP + String.join("\n", lines) + "\n" + WRAP;
    }
}
