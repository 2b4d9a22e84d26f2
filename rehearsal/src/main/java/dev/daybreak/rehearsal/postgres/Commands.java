package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.CANNOT_RUN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Runs a small program to its end.
final class Commands {
    private Commands() {}

    record Ended(int code, String output) {}

    static String output(String... command) {
        var ended = run(List.of(command));
        if (ended.code() != 0) {
            throw new ServerTrouble(
                    CANNOT_RUN,
                    "%s ended with %d: %s"
                            .formatted(command[0], ended.code(), ended.output().strip()));
        }
        return ended.output();
    }

    static Ended run(List<String> command) {
        try {
            var process = builder(command).start();
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new ServerTrouble(
                    CANNOT_RUN, "%s cannot run: %s".formatted(command.get(0), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerTrouble(CANNOT_RUN, command.get(0) + " was interrupted", e);
        }
    }

    /// Without the caller's environment: a `PGPORT` or `PGDATA` of the user's must not matter.
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.directory(Path.of("/").toFile());
        return builder;
    }
}
