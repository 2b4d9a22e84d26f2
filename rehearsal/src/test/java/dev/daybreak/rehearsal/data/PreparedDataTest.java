package dev.daybreak.rehearsal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daybreak.rehearsal.postgres.OpenFolder;
import dev.daybreak.rehearsal.postgres.PostgresServer;
import dev.daybreak.rehearsal.postgres.Servers;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedDataTest {
    @TempDir(factory = OpenFolder.class)
    private static Path temp;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = Servers.moved(temp.resolve("source"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isAsLargeAsAskedFor() throws SQLException {
        var megabytes = ask("SELECT pg_database_size('mosaic') / 1048576.0");
        assertThat(Double.parseDouble(megabytes)).isCloseTo(50, within(5.0));
    }

    @Test
    void belongsToTheMasterWhoIsNoSuperuser() throws SQLException {
        assertThat(
                        ask(
                                "SELECT string_agg(DISTINCT tableowner, ',') FROM pg_tables WHERE"
                                        + " schemaname = 'public'"))
                .isEqualTo(Servers.MASTER.user());
        assertThat(ask("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void holdsWhatAMoveCanTripOver() throws SQLException {
        assertThat(ask("SELECT count(*) FROM pg_class WHERE relkind = 'p'")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM pg_sequences")).isEqualTo("6");
        assertThat(ask("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'"))
                .isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM pg_constraint WHERE contype = 'f'")).isEqualTo("4");
        var keys = "SELECT count(*) FROM pg_index WHERE indrelid = 'visit'::regclass";
        assertThat(ask(keys + " AND indisunique")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM story WHERE weight = 'NaN'")).isNotEqualTo("0");
    }

    private static String ask(String sql) throws SQLException {
        return Servers.ask(server.database("mosaic", Servers.MASTER), sql);
    }
}
