package dev.daybreak.rehearsal.postgres;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The process of a server, and the guard that ends it when we cannot any more.
record Postmaster(Process process, OrphanGuard guard) {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /// In a session of its own: Ctrl-C in the terminal is for us, and we stop the servers in order.
    static Postmaster launch(List<String> command, Path log) throws IOException {
        var whole = new ArrayList<>(List.of("setsid"));
        whole.addAll(Launch.here().command(command));
        var output = ProcessBuilder.Redirect.appendTo(log.toFile());
        var process = Commands.builder(whole).redirectOutput(output).start();
        process.getOutputStream().close();
        var guard = OrphanGuard.over(process.pid());
        var _ = process.onExit().thenRun(guard::dismiss);
        return new Postmaster(process, guard);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Ends all sessions and shuts down cleanly; where that takes too long, less and less so.
    void shutDown() {
        signal("INT");
        if (!ends(STOP_PATIENCE)) {
            signal("QUIT");
            if (!ends(STOP_PATIENCE)) {
                process.destroyForcibly();
                ends(STOP_PATIENCE);
            }
        }
        guard.dismiss();
    }

    /// Waits even when the thread is interrupted: stopping is what an interrupted rehearsal does.
    boolean ends(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(deadline - System.nanoTime(), NANOSECONDS);
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void signal(String signal) {
        if (process.isAlive()) {
            Commands.run(List.of("sh", "-c", "kill -%s %d".formatted(signal, process.pid())));
        }
    }
}
