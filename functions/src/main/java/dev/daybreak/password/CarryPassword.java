package dev.daybreak.password;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Secrets;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import dev.daybreak.secret.Labels;

/// Gives RDS the password that the application has today, where it was rotated on Aurora since: no
/// stream carries roles. The role changes its own password, with the one that RDS still knows.
public final class CarryPassword {
    private final Migration migration;
    private final Secrets secrets;
    private final Databases databases;
    private final Places places;
    private final Logins logins;

    public CarryPassword(
            Migration migration,
            Secrets secrets,
            Databases databases,
            Places places,
            Logins logins) {
        this.migration = migration;
        this.secrets = secrets;
        this.databases = databases;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// RDS knows today's password.
        record Known(boolean changed) implements Answer {}

        /// RDS knows neither today's password nor the recorded one.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var rds = places.of(Side.RDS);
        var today = logins.application();
        var answer = isKnown(rds, today) ? new Answer.Known(false) : changed(rds, today);
        return answer instanceof Answer.Known && !isKnown(rds, logins.owner())
                ? new Answer.Refused(
                        "RDS refuses the password of the database's owner, as in secret %s: it was rotated since. Set it by hand on RDS, then start the rollback again."
                                .formatted(migration.source().ownerSecret()))
                : answer;
    }

    private Answer changed(Address rds, Credentials today) {
        var id = migration.secret().id();
        var recorded = secrets.labelled(id, new Labels(migration.name()).before());
        var before = recorded.map(version -> logins.in(id, version.fields()));
        if (before.filter(login -> login.username().equals(today.username())).isEmpty()
                || !isKnown(rds, before.orElseThrow())) {
            return new Answer.Refused(
                    "RDS refuses the password of role %s, today's and the recorded one. Set it by hand (ALTER ROLE … PASSWORD, as in secret %s), then start the rollback again."
                            .formatted(today.username(), id));
        }
        databases.changePassword(rds, before.orElseThrow(), today.password());
        return new Answer.Known(true);
    }

    private boolean isKnown(Address rds, Credentials credentials) {
        return switch (databases.login(rds, credentials)) {
            case Login.Accepted _, Login.NotAdmitted _ -> true;
            case Login.WrongPassword _ -> false;
        };
    }
}
