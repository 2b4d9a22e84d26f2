package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;

/// A real PostgreSQL server whose master user is as poor as on RDS: no superuser, member of
/// stand-ins for AWS's roles, and passwords count.
final class TestServer implements AutoCloseable {
    static final Credentials MASTER = new Credentials("master", "master's secret");
    static final Credentials APP = new Credentials("app", "app's secret");
    static final Credentials DAYBREAK = new Credentials("daybreak", "daybreak's \\ secret");
    static final Tls TLS = new Tls("prefer", Optional.empty());
    static final InstantSource CLOCK = InstantSource.system();

    private static final String HBA =
            "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n";

    private final EmbeddedPostgres postgres;
    private final Path work;

    private TestServer(EmbeddedPostgres postgres, Path work) {
        this.postgres = postgres;
        this.work = work;
    }

    static TestServer start() {
        try {
            var work = Files.createTempDirectory("daybreak-test");
            work.toFile().setReadable(true, false);
            work.toFile().setExecutable(true, false);
            var server = new TestServer(started(work), work);
            server.makeRoles();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres started(Path work) throws IOException {
        var data = work.resolve("data");
        var postgres =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(work.resolve("binaries").toFile())
                        .setDataDirectory(data)
                        .setPort(freePort())
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("max_prepared_transactions", "5")
                        .setServerConfig("wal_level", "logical")
                        .setServerConfig("log_statement", "all")
                        .setServerConfig("logging_collector", "on")
                        .setServerConfig("autovacuum", "off")
                        .start();
        Files.writeString(data.resolve("pg_hba.conf"), HBA);
        return postgres;
    }

    private static int freePort() throws IOException {
        for (int port = 21_000; port < 32_000; port += 7) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // Somebody else's; the next one may be free.
            }
        }
        throw new IOException("no free port from 21000 to 32000");
    }

    private void makeRoles() {
        sql(
                "postgres",
                """
                SELECT pg_reload_conf();
                CREATE ROLE rds_superuser;
                GRANT pg_read_all_data, pg_signal_backend, pg_monitor TO rds_superuser
                  WITH ADMIN OPTION;
                CREATE ROLE master LOGIN CREATEDB CREATEROLE PASSWORD 'master''s secret';
                CREATE ROLE rds_replication;
                GRANT rds_replication TO rds_superuser WITH ADMIN OPTION;
                GRANT pg_create_subscription TO rds_superuser
                  WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;
                GRANT rds_superuser TO master WITH ADMIN OPTION;
                CREATE ROLE app LOGIN PASSWORD 'app''s secret';
                """);
    }

    /// A new database that the master owns and the application uses, with Daybreak's role.
    Address database(String name) {
        sql("postgres", "CREATE DATABASE \"%s\" OWNER master".formatted(name));
        sql(name, "GRANT ALL ON SCHEMA public TO app, master");
        var address = new Address("127.0.0.1", postgres.getPort(), name);
        new PostgresDatabases(Connector.quick(TLS)).ensureRole(address, MASTER, DAYBREAK);
        return address;
    }

    Address address(String database) {
        return new Address("127.0.0.1", postgres.getPort(), database);
    }

    /// Runs statements as the superuser.
    void sql(String database, String sql) {
        try (var connection = connection(database, "postgres", "any");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    String text(String database, String sql) {
        try (var connection = connection(database, "postgres", "any");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    Connection as(Credentials who, Address address) throws SQLException {
        return connection(address.database(), who.username(), who.password());
    }

    private Connection connection(String database, String user, String password)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "the test");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database),
                properties);
    }

    /// Everything that the server wrote into its log.
    String log() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(work.resolve("data").resolve("log"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            postgres.close();
            try (var files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
