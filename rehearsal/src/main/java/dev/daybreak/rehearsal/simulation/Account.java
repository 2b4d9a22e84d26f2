package dev.daybreak.rehearsal.simulation;

import dev.daybreak.migration.Migration;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.secret.SecretFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What there is in the account before the first migration.
final class Account {
    private static final int PORT = 5432;

    private Account() {}

    /// The instance, as AWS shows it before anything is done.
    static DatabaseInstance instance(Migration migration) {
        var id = migration.source().instance();
        return new DatabaseInstance(
                id,
                "arn:aws:rds:%s:000000000000:db:%s".formatted(migration.region(), id),
                "available",
                "postgres",
                "16.15",
                World.RDS_HOST,
                PORT,
                100,
                true,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(World.START));
    }

    /// The application's secret.
    static SecretFields secret(Migration migration, String owner, String password) {
        var names = migration.secret().fields();
        var fields = new LinkedHashMap<String, Object>();
        fields.put(names.username(), owner);
        fields.put(names.password(), password);
        fields.put(names.host(), World.RDS_HOST);
        fields.put(names.port(), PORT);
        fields.put(names.database(), "app");
        fields.put("engine", "postgres");
        return new SecretFields(fields);
    }
}
