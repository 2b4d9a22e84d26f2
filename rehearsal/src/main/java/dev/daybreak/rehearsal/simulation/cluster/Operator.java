package dev.daybreak.rehearsal.simulation.cluster;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Secrets;
import dev.daybreak.rehearsal.clock.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The External Secrets Operator: it syncs when its object changed, and every hour.
final class Operator {
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final Migration migration;
    private final Time time;
    private final Secrets secrets;
    private final Pace pace;
    private Optional<String> value = Optional.empty();
    private Optional<ModelPod.Login> login = Optional.empty();
    private Instant syncedAt = Instant.MIN;
    private String annotation = "";
    private String synced = "";
    private int writes;
    private boolean broken;

    Operator(Migration migration, Time time, Secrets secrets, Pace pace) {
        this.migration = migration;
        this.time = time;
        this.secrets = secrets;
        this.pace = pace;
        sync();
    }

    void breakDown(boolean now) {
        broken = now;
        if (!now && !synced.equals(version())) {
            time.after(pace.sync(), this::sync);
        }
    }

    void refresh(String by) {
        if (!annotation.equals(by)) {
            annotation = by;
            time.after(pace.sync(), this::sync);
        }
    }

    /// The Secret as it is; what the hour has brought is there, too.
    Optional<String> rendered() {
        if (!broken && !syncedAt.plus(INTERVAL).isAfter(time.instant())) {
            sync();
        }
        return value;
    }

    /// What a pod that starts now finds in it, whatever the connection string's shape.
    Optional<ModelPod.Login> login() {
        return rendered().flatMap(_ -> login);
    }

    boolean isReady() {
        return !broken;
    }

    String syncedVersion() {
        return synced;
    }

    int writes() {
        return writes;
    }

    private String version() {
        return "1-%08x".formatted(annotation.hashCode());
    }

    private void sync() {
        if (broken) {
            return;
        }
        var fields = secrets.current(migration.secret().id()).fields();
        var text = migration.kubernetes().databaseSecret().dsn();
        for (var name : fields.fields().keySet()) {
            text = text.replace("{" + name + "}", fields.text(name).orElse(""));
        }
        if (!value.equals(Optional.of(text))) {
            writes++;
        }
        value = Optional.of(text);
        var names = migration.secret().fields();
        login =
                Optional.of(
                        new ModelPod.Login(
                                fields.text(names.host()).orElse(""),
                                fields.text(names.username()).orElse(""),
                                fields.text(names.password()).orElse("")));
        syncedAt = time.instant();
        synced = version();
    }
}
