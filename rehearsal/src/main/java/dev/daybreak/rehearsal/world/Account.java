package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Migration;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rehearsal.cloud.Calls;
import dev.daybreak.rehearsal.cloud.Cloud;
import dev.daybreak.rehearsal.cloud.Delays;
import dev.daybreak.rehearsal.cloud.ServerPark;
import dev.daybreak.rehearsal.cloud.Surroundings;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.secret.SecretFields;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The AWS account before the migration: the instance that the settings name, and the application's
/// secret.
final class Account {
    /// Aurora PostgreSQL skips some minor versions.
    private static final List<String> AURORA_VERSIONS =
            List.of("15.17", "16.11", "16.13", "16.15", "17.9", "17.11");

    private static final long STORAGE_GIBIBYTES = 100;

    private Account() {}

    static Cloud of(
            Migration migration,
            Template template,
            Foundation foundation,
            ServerPark servers,
            Executor background,
            Calls calls,
            Delays delays,
            InstantSource clock) {
        var cloud =
                new Cloud(
                        new Surroundings(clock, background, calls, servers, delays),
                        instance(migration, foundation),
                        AURORA_VERSIONS,
                        template);
        cloud.secrets().create(migration.secret().id(), secret(migration, foundation), Map.of());
        return cloud;
    }

    private static DatabaseInstance instance(Migration migration, Foundation foundation) {
        var id = migration.source().instance();
        var address = foundation.source().address();
        return new DatabaseInstance(
                id,
                "arn:aws:rds:%s:000000000000:db:%s".formatted(migration.region(), id),
                "available",
                "postgres",
                foundation.source().cluster().binaries().version(),
                address.host(),
                address.port(),
                STORAGE_GIBIBYTES,
                true,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(InstantSource.system().instant()));
    }

    private static SecretFields secret(Migration migration, Foundation foundation) {
        var names = migration.secret().fields();
        var fields = new LinkedHashMap<String, Object>();
        fields.put(names.username(), foundation.application().user());
        fields.put(names.password(), foundation.application().password());
        fields.put(names.host(), foundation.source().address().host());
        fields.put(names.port(), foundation.source().address().port());
        fields.put(names.database(), Foundation.DATABASE);
        fields.put("engine", "postgres");
        return new SecretFields(fields);
    }
}
