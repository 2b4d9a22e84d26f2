package dev.daybreak.role;

import dev.daybreak.database.Side;
import dev.daybreak.ports.Databases;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;

/// Makes Daybreak's role on the source, before the snapshot, so that Aurora has it too: the fence
/// shuts everybody else out, the database's owner included.
public final class MakeRole {
    private final Databases databases;
    private final Places places;
    private final Logins logins;

    public MakeRole(Databases databases, Places places, Logins logins) {
        this.databases = databases;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The role is there and can do what it must.
        record Made(String role) implements Answer {}
    }

    public Answer answer(Order order) {
        var role = logins.daybreak();
        databases.ensureRole(places.of(Side.RDS), logins.owner(), role);
        return new Answer.Made(role.username());
    }
}
