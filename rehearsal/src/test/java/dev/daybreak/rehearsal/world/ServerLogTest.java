package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.rehearsal.postgres.Login;
import dev.daybreak.rehearsal.postgres.Servers;
import dev.daybreak.straggler.Refusals;
import dev.daybreak.straggler.Refusals.Straggler;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log that a real server writes, read as RDS's is.
class ServerLogTest {
    @Test
    void namesWhoWasRefusedByARealServer(@TempDir Path folder) throws SQLException {
        try (var server = Servers.source(folder.resolve("rds"))) {
            Servers.execute(
                    server.admin(),
                    "CREATE ROLE straggler LOGIN PASSWORD 'secret'",
                    "REVOKE CONNECT ON DATABASE mosaic FROM PUBLIC");
            var stray = server.database("mosaic", new Login("straggler", "secret"));
            var log = ServerLog.of(server, at -> at);
            var before = Instant.now().minusSeconds(60);
            assertThat(log.refusals("db", "mosaic", before).by()).isEmpty();

            assertThatThrownBy(stray::connect).isInstanceOf(SQLException.class);
            assertThatThrownBy(stray::connect).isInstanceOf(SQLException.class);

            Servers.await("two refusals", () -> refused(log, before).contains("attempts=2"));
            assertThat(log.refusals("db", "mosaic", before))
                    .isEqualTo(
                            new Refusals(
                                    List.of(new Straggler("127.0.0.1", "straggler", "", 2)), true));
            assertThat(log.refusals("db", "mosaic", Instant.now().plusSeconds(60)).by()).isEmpty();
        }
    }

    private static String refused(ServerLog log, Instant since) {
        return log.refusals("db", "mosaic", since).toString();
    }
}
