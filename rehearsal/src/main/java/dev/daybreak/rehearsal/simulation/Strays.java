package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.database.Client;
import dev.daybreak.rehearsal.simulation.database.ModelServer;
import dev.daybreak.rehearsal.simulation.database.Servers;
import dev.daybreak.rehearsal.simulation.database.Session;
import java.util.Optional;
import java.util.SplittableRandom;

/// A client that nobody thought of: it has the application's login, and tries all the time, on both
/// sides.
final class Strays {
    private final Servers servers;
    private final Ledger ledger;
    private final SplittableRandom chance;
    private final Client client;
    private Optional<Session> stray = Optional.empty();
    private boolean there = true;

    Strays(Servers servers, Ledger ledger, SplittableRandom chance, String role, String password) {
        this.servers = servers;
        this.ledger = ledger;
        this.chance = chance;
        this.client = new Client(role, password, "psql", "10.9.9.9");
    }

    void end() {
        there = false;
        stray.ifPresent(Session::close);
    }

    void write() {
        if (!there) {
            return;
        }
        if (chance.nextInt(4) > 0) {
            writeTo(servers.rds());
        } else {
            servers.aurora()
                    .filter(ModelServer::wasFenced)
                    .ifPresentOrElse(this::writeTo, this::tryTheCopy);
        }
    }

    private void writeTo(ModelServer target) {
        if (target == servers.rds() && stray.filter(Session::isAlive).isPresent()) {
            ledger.write(stray.get());
        } else {
            target.connect(client).ifPresent(this::tryOnce);
        }
    }

    private void tryOnce(Session session) {
        ledger.write(session);
        if (stray.filter(Session::isAlive).isEmpty() && chance.nextInt(3) == 0) {
            stray = Optional.of(session);
        } else {
            session.close();
        }
    }

    /// Somebody tries out the new cluster before it is shut: such a row belongs to nobody, and must
    /// never reach the application.
    private void tryTheCopy() {
        servers.aurora()
                .filter(_ -> chance.nextInt(40) == 0)
                .flatMap(one -> one.connect(client))
                .ifPresent(
                        session -> {
                            session.insert(Ledger.NOBODYS);
                            session.close();
                        });
    }
}
