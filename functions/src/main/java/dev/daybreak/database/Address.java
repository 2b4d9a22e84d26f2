package dev.daybreak.database;

/// Where a PostgreSQL database answers.
///
/// @param port 1 to 65535
public record Address(String host, int port, String database) {
    public Address {
        if (host.isBlank() || database.isBlank()) {
            throw new IllegalArgumentException("an address needs a host and a database");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port %d is not within 1 to 65535".formatted(port));
        }
    }

    /// The same server's database `name`; `postgres` is where a fenced database's owner still gets
    /// in.
    public Address inDatabase(String name) {
        return new Address(host, port, name);
    }

    @Override
    public String toString() {
        return "%s:%d/%s".formatted(host, port, database);
    }
}
