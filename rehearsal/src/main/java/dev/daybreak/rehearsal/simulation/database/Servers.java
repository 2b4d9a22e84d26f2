package dev.daybreak.rehearsal.simulation.database;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.rehearsal.cloud.ServerPark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/// All servers, by where they answer, and what RDS and Aurora do with them.
public final class Servers implements ServerPark {
    private static final int PORT = 5432;

    private final Map<String, ModelServer> byHost = new LinkedHashMap<>();
    private final String instance;
    private final String source;
    private final List<Contents> captured = new ArrayList<>();
    private Moments moments = _ -> {};
    private boolean failsNext;
    private boolean spoilsNext;
    private int trials;
    private int reserved;

    /// Between two statements of one call anything may happen.
    @FunctionalInterface
    public interface Moments {
        /// @param between what the call has just done
        void pass(String between);
    }

    /// @param instance the old instance's identifier
    /// @param source the host that it answers at
    public Servers(String instance, String source, ModelServer first) {
        this.instance = instance;
        this.source = source;
        byHost.put(source, first);
    }

    /// Who hears of the moments within calls from now on.
    public void hear(Moments to) {
        moments = to;
    }

    /// The next thing that RDS is to do with a server fails, or does not.
    public void failNext(boolean now) {
        failsNext = now;
    }

    /// The next copy that is restored lacks its last row, or does not.
    public void spoilNext(boolean now) {
        spoilsNext = now;
    }

    private Contents restored(Contents held) {
        var copy = held.copy();
        if (spoilsNext) {
            spoilsNext = false;
            copy.rows.keySet().stream().max(Long::compare).ifPresent(copy.rows::remove);
        }
        return copy;
    }

    private void failIfAsked() {
        if (failsNext) {
            failsNext = false;
            throw new IllegalStateException("InternalFailure: it was to fail");
        }
    }

    void pass(String between) {
        moments.pass(between);
    }

    /// The server that answers there, running or not.
    public Optional<ModelServer> at(String host) {
        return Optional.ofNullable(byHost.get(host));
    }

    /// The old instance's.
    public ModelServer rds() {
        return Objects.requireNonNull(byHost.get(source));
    }

    /// The newest cluster's; empty before there is one.
    public Optional<ModelServer> aurora() {
        return byHost.values().stream()
                .filter(one -> one.name().equals("aurora"))
                .reduce((_, last) -> last);
    }

    /// Lets every subscription catch up.
    public void replicate() {
        byHost.values().forEach(one -> one.subscription.ifPresent(to -> to.apply(one)));
    }

    /// The application's database, for whoever may get in.
    ModelServer enter(Address address, Credentials who) {
        var server = reach(address);
        return switch (server.login(who.username(), who.password())) {
            case Login.Accepted _ -> server;
            case Login.WrongPassword _ -> throw wrongPassword(address, who);
            case Login.NotAdmitted _ ->
                    throw new Denied("%s does not admit %s.".formatted(address, who.username()));
        };
    }

    /// The server's database `postgres`, which no fence shuts.
    ModelServer enterBeside(Address address, Credentials who) {
        var server = reach(address);
        if (!who.password().equals(server.contents.passwords.get(who.username()))) {
            throw wrongPassword(address, who);
        }
        return server;
    }

    private static Denied wrongPassword(Address address, Credentials who) {
        return new Denied("%s refuses the password of %s.".formatted(address, who.username()));
    }

    ModelServer reach(Address address) {
        return at(address.host())
                .filter(ModelServer::isRunning)
                .orElseThrow(() -> new Unavailable("Nobody answers at %s.".formatted(address)));
    }

    /// A snapshot lacks what is written while it is taken.
    @Override
    public void beginSnapshot(String which) {
        captured.add(rds().contents.copy());
    }

    @Override
    public Endpoint reserve(String cluster) {
        return new Endpoint("%s-%d.cluster.sim".formatted(cluster, ++reserved), PORT);
    }

    @Override
    public Endpoint place(String which) {
        return new Endpoint("%s-%d.sim".formatted(which, ++trials), PORT);
    }

    @Override
    public void stop(String which) {
        rds().stop();
    }

    @Override
    public void start(String which) {
        failIfAsked();
        rds().start();
    }

    @Override
    public void delete(String which) {
        if (which.equals(instance)) {
            rds().stop();
            rds().contents.rows.clear();
        }
    }

    @Override
    public Backup snapshot(String which, IntConsumer percent) {
        var held = captured.isEmpty() ? rds().contents.copy() : captured.removeFirst();
        failIfAsked();
        return () -> {
            failIfAsked();
            return new Disk(held);
        };
    }

    /// A copy that a server can be started on.
    private final class Disk implements Volume {
        private final Contents contents;

        private Disk(Contents held) {
            contents = restored(held);
        }

        @Override
        public ServerPark.Server start(Endpoint endpoint, Map<String, String> parameters) {
            var name = endpoint.host().contains(".cluster.") ? "aurora" : "trial";
            var server = new ModelServer(name, contents);
            byHost.put(endpoint.host(), server);
            return server::stop;
        }

        @Override
        public void discard() {
            byHost.values().removeIf(one -> one.contents == contents);
        }
    }
}
