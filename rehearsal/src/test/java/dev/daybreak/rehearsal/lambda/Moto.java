package dev.daybreak.rehearsal.lambda;

import dev.daybreak.rehearsal.postgres.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Somebody else's idea of AWS, where Python and moto are installed.
record Moto(Process process, URI address) implements AutoCloseable {
    /// Empty where it cannot be started.
    static Optional<Moto> start() {
        var port = Address.free("127.0.0.1").port();
        var command =
                new String[] {"python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", "" + port};
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var up = new CompletableFuture<Boolean>();
            Thread.ofVirtual().start(() -> drain(process, up));
            if (up.completeOnTimeout(false, 60, TimeUnit.SECONDS).join()) {
                return Optional.of(new Moto(process, URI.create("http://127.0.0.1:" + port)));
            }
            process.destroy();
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void drain(Process process, CompletableFuture<Boolean> up) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines()
                    .filter(line -> line.contains("Running on"))
                    .forEach(_ -> up.complete(true));
        } catch (IOException | UncheckedIOException _) {
            up.complete(false);
        }
        up.complete(false);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
