package dev.daybreak.rehearsal.world;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.rehearsal.asl.Failure;
import dev.daybreak.rehearsal.cloud.Sns;
import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.rehearsal.promises.Evidence;
import dev.daybreak.rehearsal.report.Visit;
import dev.daybreak.rehearsal.writers.LedgerCheck;
import dev.daybreak.workload.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers the evidence when all is over. The clients are ended first: the ledger must not move
/// while the database is held against it.
final class Gathering {
    private final Stage stage;
    private final World world;
    private final List<Visit> visits;
    private final Optional<Failure> failure;
    private final boolean writes;

    Gathering(Stage stage, List<Visit> visits, Optional<Failure> failure, boolean writes) {
        this.stage = stage;
        this.world = stage.world();
        this.visits = visits;
        this.failure = failure;
        this.writes = writes;
    }

    Evidence evidence() {
        var pods = pods();
        var rds = rds();
        var secret = secret();
        world.clients().close();
        return new Evidence(
                failure.isEmpty(),
                failure.flatMap(Failure::error),
                rows(secret.host()),
                world.clients().ledger().forbidden(),
                pods,
                rds,
                secret,
                world.cloud().alerts().sent().stream().map(Sns.Sent::alert).toList(),
                effects(),
                visits,
                world.migration().limits(),
                written(),
                world.cloud().secrets().everHeld(world.migration().secret().fields().password()));
    }

    private Evidence.Rows rows(String database) {
        var ledger = world.clients().ledger();
        try {
            var verdict = new LedgerCheck(ledger).check(administered(database));
            return new Evidence.Rows(database, verdict.acknowledged(), verdict.complaints());
        } catch (SQLException e) {
            return new Evidence.Rows(
                    database,
                    ledger.counts().acknowledged(),
                    "it cannot be read (SQLSTATE %s)".formatted(e.getSQLState()));
        }
    }

    /// The superuser sees through every fence.
    private Database administered(String database) {
        var source = world.foundation().source();
        var admin = source.admin().named(Foundation.DATABASE);
        return database.equals("aurora")
                ? new Database(world.foundation().aurora(), admin.name(), admin.login())
                : admin;
    }

    private Evidence.Pods pods() {
        var wanted = new HashMap<String, Integer>();
        var ready = new HashMap<String, Integer>();
        for (var workload : world.migration().kubernetes().deployments()) {
            wanted.put(workload.name(), World.REPLICAS);
            ready.put(
                    workload.name(),
                    world.wiring()
                            .deployments()
                            .find(workload.name())
                            .map(Deployment::availableReplicas)
                            .orElse(0));
        }
        return new Evidence.Pods(wanted, ready, writes);
    }

    private Login rds() {
        var source = world.foundation().source().address();
        var login = world.foundation().application();
        return world.wiring()
                .databases()
                .login(
                        new Address(source.host(), source.port(), Foundation.DATABASE),
                        new Credentials(login.user(), login.password()));
    }

    private Evidence.SecretTrail secret() {
        var secrets = world.cloud().secrets();
        var settings = world.migration().secret();
        var names = settings.fields();
        var host = secrets.current(settings.id()).fields().text(names.host()).orElse("");
        var place =
                Map.of(
                        world.foundation().source().address().host(), "rds",
                        world.foundation().aurora().host(), "aurora");
        return new Evidence.SecretTrail(
                secrets.changedSinceTheFirst(settings.id()),
                Set.of(names.host(), names.port()),
                List.of(),
                place.getOrDefault(host, host));
    }

    /// Each snapshot has a name that says what it is for, so there is one of each; a cluster is
    /// built once from each.
    private Map<String, Integer> effects() {
        var effects = new HashMap<String, Integer>();
        var lives = world.cloud().lives();
        var snapshots =
                lives.stream()
                        .filter(life -> life.kind().equals("snapshot"))
                        .map(life -> life.id())
                        .distinct()
                        .toList();
        snapshots.forEach(
                id ->
                        effects.merge(
                                "snapshot" + id.substring(id.lastIndexOf('-')), 1, Integer::sum));
        var builds =
                lives.stream()
                        .filter(life -> life.kind().equals("stack"))
                        .filter(life -> life.status().equals(Optional.of("CREATE_IN_PROGRESS")))
                        .count();
        effects.put("a cluster from one snapshot", builds > snapshots.size() ? (int) builds : 1);
        var versions =
                world.cloud().secrets().history(world.migration().secret().id()).stream()
                        .filter(change -> change.by().equals("daybreak"))
                        .filter(change -> change.call().equals("PutSecretValue"))
                        .count();
        effects.put("a version of the secret", (int) versions);
        return effects;
    }

    private List<String> written() {
        var texts = new ArrayList<>(world.cloud().written());
        try {
            texts.addAll(Files.readAllLines(stage.folder().resolve("transcript.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException("the transcript cannot be read", e);
        }
        return texts;
    }
}
