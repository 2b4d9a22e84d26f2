package dev.daybreak.rehearsal.simulation.database;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Mark;
import dev.daybreak.database.TableFacts;
import dev.daybreak.fault.Denied;
import dev.daybreak.ports.Databases;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be seen of the modelled databases.
///
/// @param extensions what both servers have installed
public record ModelDatabases(Servers servers, Map<String, String> extensions) implements Databases {
    static final String TABLE = "public.live_write";

    /// As the Aurora template sets them, so that source and target agree.
    private static final Map<String, String> PARAMETERS =
            Map.ofEntries(
                    Map.entry("max_connections", "100"),
                    Map.entry("random_page_cost", "1.1"),
                    Map.entry("effective_io_concurrency", "200"),
                    Map.entry("log_min_duration_statement", "1s"),
                    Map.entry("log_connections", "on"),
                    Map.entry("log_disconnections", "on"),
                    Map.entry("log_lock_waits", "on"),
                    Map.entry("idle_in_transaction_session_timeout", "5min"),
                    Map.entry("statement_timeout", "30s"),
                    Map.entry("wal_level", "logical"),
                    Map.entry("server_encoding", "UTF8"),
                    Map.entry("lc_collate", "en_US.UTF-8"),
                    Map.entry("lc_ctype", "en_US.UTF-8"));

    @Override
    public Login login(Address address, Credentials credentials) {
        return servers.reach(address).login(credentials.username(), credentials.password());
    }

    @Override
    public Facts facts(Address address, Credentials credentials) {
        var contents = servers.enter(address, credentials).contents;
        var parameters = new HashMap<>(PARAMETERS);
        parameters.put("default_transaction_read_only", contents.readOnly.orElse("off"));
        return new Facts(
                ModelServer.VERSION,
                extensions,
                extensions,
                parameters,
                List.of(new TableFacts(TABLE, contents.rows.size(), 8_192, true, false)),
                1,
                0,
                contents.prepared,
                Duration.ZERO,
                List.of(),
                Map.of("pg_catalog.default", "2.36"),
                1_000_000,
                List.of(),
                contents.owner,
                true);
    }

    @Override
    public Mark mark(Address address, Credentials credentials) {
        var contents = servers.enter(address, credentials).contents;
        return new Mark(
                contents.nextTransaction,
                BigInteger.valueOf(contents.sequence),
                contents.prepared,
                0,
                contents.changes,
                Map.of(TABLE, contents.changes));
    }

    @Override
    public void changePassword(Address address, Credentials role, String password) {
        var server = servers.enterBeside(address, role);
        server.contents.passwords.put(role.username(), password);
        server.contents.nextTransaction++;
    }

    @Override
    public List<dev.daybreak.database.Session> sessions(Address address, Credentials credentials) {
        return servers.enter(address, credentials).sessions.stream()
                .map(
                        one ->
                                new dev.daybreak.database.Session(
                                        one.pid(),
                                        one.client().role(),
                                        one.client().application(),
                                        Optional.of(one.client().address()),
                                        Optional.empty()))
                .toList();
    }

    @Override
    public void ensureRole(Address address, Credentials owner, Credentials role) {
        var server = servers.enter(address, owner);
        if (server.contents.isReadOnly()) {
            throw new Denied("%s is read-only (SQLSTATE 25006).".formatted(address));
        }
        server.contents.passwords.put(role.username(), role.password());
        server.contents.nextTransaction++;
    }
}
