package dev.daybreak.fence;

import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Fences;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shuts a database to everybody but Daybreak, and believes it only when the application's own
/// credentials are refused. Scaling to zero is no fence: cron jobs, people and forgotten clients
/// get round it.
public final class Fence {
    private final Migration migration;
    private final Databases databases;
    private final Fences fences;
    private final Places places;
    private final Logins logins;

    public Fence(
            Migration migration, Databases databases, Fences fences, Places places, Logins logins) {
        this.migration = migration;
        this.databases = databases;
        this.fences = fences;
        this.places = places;
        this.logins = logins;
    }

    public record Order(Side side) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Nobody is in, and nobody gets in.
        ///
        /// @param ownTransactions what raising it used, so that they are not taken for writes
        record Fenced(List<Long> ownTransactions, int sessionsEnded) implements Answer {
            public Fenced {
                ownTransactions = List.copyOf(ownTransactions);
            }
        }

        /// Somebody is still in, or gets in.
        record Leaky(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var address = places.of(order.side());
        var raised =
                fences.raise(
                        address, logins.owner(), logins.daybreak(), migration.limits().fence());
        if (raised.sessionsLeft() > 0) {
            return new Answer.Leaky(
                    "%d sessions of %s do not end (limit %d s)."
                            .formatted(
                                    raised.sessionsLeft(),
                                    address,
                                    migration.limits().fence().toSeconds()));
        }
        if (raised.preparedTransactions() > 0) {
            return new Answer.Leaky(
                    "%d prepared transactions wait in %s: commit or roll them back (pg_prepared_xacts)."
                            .formatted(raised.preparedTransactions(), address));
        }
        for (Credentials credentials : outsiders()) {
            var leak = leak(databases.login(address, credentials), credentials);
            if (leak.isPresent()) {
                return new Answer.Leaky(leak.get());
            }
        }
        return new Answer.Fenced(raised.ownTransactions(), raised.sessionsEnded());
    }

    /// The application often logs in as the owner: the same login is tried once.
    private Set<Credentials> outsiders() {
        return new LinkedHashSet<>(List.of(logins.application(), logins.owner()));
    }

    private static Optional<String> leak(Login login, Credentials credentials) {
        return switch (login) {
            case Login.NotAdmitted _ -> Optional.empty();
            case Login.Accepted _ ->
                    Optional.of(
                            "Role %s still gets in although CONNECT was revoked: is it a superuser?"
                                    .formatted(credentials.username()));
            case Login.WrongPassword _ ->
                    Optional.of(
                            "The password of role %s is refused, so whether the fence holds cannot be seen: was it rotated?"
                                    .formatted(credentials.username()));
        };
    }
}
