package dev.daybreak.host;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.Labels;
import dev.daybreak.secret.SecretVersion;

/// Points the application's secret back to RDS: to the very version that was remembered (never to
/// `AWSPREVIOUS`, which may be anybody's). Where somebody changed the secret on top of ours, only
/// host and port go back and their change stays.
public final class RestoreHost {
    private final Migration migration;
    private final Secrets secrets;

    public RestoreHost(Migration migration, Secrets secrets) {
        this.migration = migration;
        this.secrets = secrets;
    }

    /// @param before the version, host and port that were remembered
    /// @param host Aurora's, as it was swapped in
    public record Order(
            String run, String before, String beforeHost, int beforePort, String host) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// The secret points to RDS.
        record Restored(String version) implements Answer {}
    }

    public Answer answer(Order order) {
        var id = migration.secret().id();
        var names = migration.secret().fields();
        var current = secrets.current(id);
        var host = current.fields().text(names.host()).orElse("");
        if (host.equals(order.beforeHost())) {
            return new Answer.Restored(current.id());
        }
        if (!host.equals(order.host())) {
            throw new Unexpected(
                    "Secret %s points to %s, which is neither RDS (%s) nor Aurora (%s): somebody else changed it; it is left alone."
                            .formatted(id, host, order.beforeHost(), order.host()));
        }
        return new Answer.Restored(
                current.labels().contains(label())
                        ? movedBack(id, current, order)
                        : putBackOnTop(id, current, order));
    }

    private String movedBack(String id, SecretVersion current, Order order) {
        HostVersions.makeCurrent(secrets, id, order.before(), current);
        return order.before();
    }

    private String putBackOnTop(String id, SecretVersion current, Order order) {
        var names = migration.secret().fields();
        var version =
                HostVersions.id(order.run(), current.id(), order.beforeHost(), order.beforePort());
        secrets.add(
                id,
                version,
                label(),
                current.fields()
                        .with(names.host(), order.beforeHost())
                        .with(names.port(), Integer.toString(order.beforePort())));
        HostVersions.makeCurrent(secrets, id, version, current);
        return version;
    }

    private String label() {
        return new Labels(migration.name()).after();
    }
}
