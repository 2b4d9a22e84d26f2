package dev.daybreak.rehearsal.world;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.ports.ServerLogs;
import dev.daybreak.rehearsal.postgres.PostgresServer;
import dev.daybreak.straggler.RefusalLog;
import dev.daybreak.straggler.Refusals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The log that a real server writes, whatever instance is asked for: there is but one.
public final class ServerLog implements ServerLogs {
    private final Path file;
    private final UnaryOperator<Instant> written;

    private ServerLog(Path file, UnaryOperator<Instant> written) {
        this.file = file;
        this.written = written;
    }

    /// @param written when a moment of the rehearsal's clock was by the server's
    public static ServerLog of(PostgresServer server, UnaryOperator<Instant> written) {
        return new ServerLog(server.log(), written);
    }

    /// The log tells seconds. A query may have put anything into the log: what is no UTF-8 is read
    /// as question marks.
    @Override
    public Refusals refusals(String instance, String database, Instant since) {
        var log = new RefusalLog(database, written.apply(since).truncatedTo(ChronoUnit.SECONDS));
        try (var bytes = Files.newInputStream(file);
                var reader =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            lines.forEach(log::read);
        } catch (IOException _) {
            throw new Unavailable("The log of instance %s cannot be read.".formatted(instance));
        }
        return log.refusals(true);
    }
}
