package dev.daybreak.rehearsal.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// What lies beside a server's data: its settings, who may log in, its certificate and its log.
/// They are no part of the data, so that a snapshot does not carry them to another server.
record ServerFiles(Cluster cluster) {
    private static final int READY_LINE = 7;

    Path log() {
        return cluster.folder().resolve("server.log");
    }

    List<String> command() {
        return List.of(
                cluster.binaries().program("postgres").toString(),
                "-D",
                cluster.data().toString(),
                "-c",
                "config_file=" + cluster.folder().resolve("postgresql.conf"));
    }

    void write(Address address, ServerSettings settings) {
        try {
            writeFiles(address, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("the server could not be set up: " + e.getMessage(), e);
        }
        Launch.here().own(cluster.folder());
    }

    /// Whether the server says in its own pid file that it takes connections.
    boolean saysReady(long pid) {
        try {
            var lines = Files.readAllLines(cluster.data().resolve("postmaster.pid"));
            return lines.size() > READY_LINE
                    && lines.get(0).strip().equals(Long.toString(pid))
                    && lines.get(READY_LINE).strip().equals("ready");
        } catch (IOException _) {
            return false;
        }
    }

    /// What the server wrote since its log was so long.
    String written(long since) {
        try (var channel = FileChannel.open(log())) {
            var from = Math.max(since, channel.size() - 16_384);
            var bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - from));
            channel.read(bytes, from);
            return new String(bytes.array(), 0, bytes.position(), UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    long logLength() {
        try {
            return Files.size(log());
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeFiles(Address address, ServerSettings settings) throws IOException {
        var folder = cluster.folder();
        var certificate = Certificate.selfSigned();
        Files.writeString(folder.resolve("server.crt"), certificate.certificatePem());
        Files.writeString(folder.resolve("server.key"), certificate.keyPem());
        Files.setPosixFilePermissions(
                folder.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("pg_hba.conf"), whoMayLogIn(settings.forcesTls()));
        Files.writeString(folder.resolve("postgresql.conf"), conf(address, settings));
        Files.writeString(cluster.data().resolve("postgresql.auto.conf"), "");
        Files.deleteIfExists(cluster.data().resolve("postgresql.conf"));
    }

    private String conf(Address address, ServerSettings settings) {
        var here = cluster.folder().toString().replace("'", "''");
        return settings.asConf()
                + """
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                logging_collector = off
                hba_file = '%s/pg_hba.conf'
                ssl = on
                ssl_cert_file = '%s/server.crt'
                ssl_key_file = '%s/server.key'
                """
                        .formatted(address.host(), address.port(), here, here, here);
    }

    /// The database `rdsadmin` is closed to everybody, as on RDS, and nobody is trusted.
    private String whoMayLogIn(boolean tlsOnly) {
        return """
        hostssl all,replication %s 127.0.0.0/8 scram-sha-256
        host rdsadmin all 127.0.0.0/8 reject
        %s all all 127.0.0.0/8 scram-sha-256
        """
                .formatted(cluster.admin().user(), tlsOnly ? "hostssl" : "host");
    }
}
