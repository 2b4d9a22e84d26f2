package dev.daybreak.postgres;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Fault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Opens connections to a server.
///
/// @param connect how long a connection may take to come up, at least a second
/// @param answer how long the server may keep silent before the connection counts as lost, at least
///   a second; longer than the longest query
public record Connector(Tls tls, Duration connect, Duration answer) {
    /// The name that `pg_stat_activity` shows our sessions under.
    static final String APPLICATION = "daybreak";

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public Connector {
        if (connect.compareTo(SHORTEST) < 0 || answer.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("pgjdbc counts its limits in whole seconds");
        }
    }

    /// For looks and for the fence: five seconds to connect, a minute for an answer.
    public static Connector quick(Tls tls) {
        return new Connector(tls, Duration.ofSeconds(5), Duration.ofMinutes(1));
    }

    /// For comparisons: an answer may take as long as Lambda lets a function live.
    public static Connector patient(Tls tls) {
        return new Connector(tls, Duration.ofSeconds(5), Duration.ofMinutes(15));
    }

    Link open(Address address, Credentials credentials) {
        try {
            return connected(address, credentials);
        } catch (SQLException e) {
            throw fault(address, credentials, e);
        }
    }

    Link connected(Address address, Credentials credentials) throws SQLException {
        var connection = DriverManager.getConnection(url(address), properties(credentials));
        return new Link(connection, address, credentials.username());
    }

    static Fault fault(Address address, Credentials credentials, SQLException e) {
        return SqlFaults.of("Logging in", address, credentials.username(), e);
    }

    /// The database's name is percent-encoded, because pgjdbc takes it from the URL alone.
    private static String url(Address address) {
        var host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
        var database =
                URLEncoder.encode(address.database(), StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql://%s:%d/%s".formatted(host, address.port(), database);
    }

    private Properties properties(Credentials credentials) {
        var properties = new Properties();
        properties.setProperty("user", credentials.username());
        properties.setProperty("password", credentials.password());
        properties.setProperty("ApplicationName", APPLICATION);
        properties.setProperty("sslmode", tls.mode());
        tls.rootCertificate().ifPresent(path -> properties.setProperty("sslrootcert", path));
        // Settings go with the login, instead of one more round trip for each.
        properties.setProperty("assumeMinServerVersion", "12");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", Long.toString(connect.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(connect.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(answer.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }
}
