package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.postgres.Database;
import java.sql.SQLException;

/// A rotation of the application's password after the cutover: it changes Aurora and the secret,
/// and knows nothing of RDS.
final class Rotation {
    private Rotation() {}

    static void rotate(World world, String password) {
        var admin = world.foundation().source().admin();
        var aurora = new Database(world.foundation().aurora(), "postgres", admin.login());
        try (var connection = aurora.connectPatiently();
                var statement =
                        connection.prepareStatement(
                                "SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
            statement.setString(1, world.foundation().application().user());
            statement.setString(2, password);
            try (var row = statement.executeQuery();
                    var change = connection.createStatement()) {
                row.next();
                change.execute(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rotation failed: " + e.getSQLState(), e);
        }
        var field = world.migration().secret().fields().password();
        var secret = world.migration().secret().id();
        world.cloud().secrets().overwrite(secret, now -> now.with(field, password));
    }
}
