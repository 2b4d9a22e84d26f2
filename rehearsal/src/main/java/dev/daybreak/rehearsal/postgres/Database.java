package dev.daybreak.rehearsal.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/// One database on one server, and who logs in there.
///
/// @param from the client's own address, where it has one, as a pod does
public record Database(Address address, String name, Login login, Optional<String> from) {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(30);

    public Database {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_$-]{0,62}")) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a database");
        }
    }

    public Database(Address address, String name, Login login) {
        this(address, name, login, Optional.empty());
    }

    public Database named(String other) {
        return new Database(address, other, login, from);
    }

    public Database as(Login other) {
        return new Database(address, name, other, from);
    }

    /// As a client with this address of its own sees it.
    public Database from(String client) {
        return new Database(address, name, login, Optional.of(client));
    }

    public String url() {
        return "jdbc:postgresql://%s/%s".formatted(address, name);
    }

    /// Connects over TLS, as `sslmode=require` does. A client that waits for an answer gives up
    /// after half a minute; long work asks for [#connectPatiently].
    public Connection connect() throws SQLException {
        return connect(ANSWER_PATIENCE);
    }

    public Connection connectPatiently() throws SQLException {
        return connect(Duration.ZERO);
    }

    private Connection connect(Duration answerPatience) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("sslmode", "require");
        properties.setProperty("connectTimeout", seconds(CONNECT_PATIENCE));
        properties.setProperty("loginTimeout", seconds(CONNECT_PATIENCE));
        properties.setProperty("socketTimeout", seconds(answerPatience));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "daybreak-rehearsal");
        from.ifPresent(client -> properties.setProperty("localSocketAddress", client));
        return DriverManager.getConnection(url(), properties);
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
