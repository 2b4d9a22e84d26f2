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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers the evidence when all is over. The clients are ended first: the ledger must not move
/// while the database is held against it.
final class Gathering {
    /// Below that lie the servers' own files, which come and go.
    private static final int DEPTH_OF_LOGS = 3;

    private static final Duration LAST_LOOK = Duration.ofSeconds(3);

    private final Stage stage;
    private final World world;
    private final List<Visit> visits;
    private final Optional<Failure> failure;
    private final String home;
    private final boolean writes;
    private final int executions;

    Gathering(
            Stage stage,
            List<Visit> visits,
            Optional<Failure> failure,
            String home,
            boolean writes,
            int executions) {
        this.stage = stage;
        this.world = stage.world();
        this.visits = visits;
        this.failure = failure;
        this.home = home;
        this.writes = writes;
        this.executions = executions;
    }

    Evidence evidence() {
        var pods = pods();
        var rds = rds();
        var secret = secret();
        world.clients().close();
        return new Evidence(
                failure.isEmpty(),
                failure.flatMap(Failure::error),
                home,
                rows(secret.host()),
                world.clients().ledger().forbidden(),
                pods,
                rds,
                secret,
                executions,
                world.cloud().alerts().sent().stream().map(Sns.Sent::alert).toList(),
                new Effects(world.cloud(), world.migration()).counted(),
                visits,
                world.migration().limits(),
                LAST_LOOK,
                written(),
                world.cloud().secrets().everHeld(world.migration().secret().fields().password()),
                new Departures(world.cloud(), world.migration()).departure());
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

    /// One that is gone or stopped admits nobody.
    private Login rds() {
        var instance = world.cloud().instances().find(world.migration().source().instance());
        if (instance.filter(one -> one.isAvailable()).isEmpty()) {
            return new Login.NotAdmitted();
        }
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
        var others = new OtherHands(secrets.history(settings.id()));
        var mayChange = new HashSet<>(others.changed());
        mayChange.addAll(Set.of(names.host(), names.port()));
        return new Evidence.SecretTrail(
                secrets.changedSinceTheFirst(settings.id()),
                mayChange,
                others.overwritten(),
                place.getOrDefault(host, host));
    }

    private List<String> written() {
        var texts = new ArrayList<>(world.cloud().written());
        try (var files = Files.walk(stage.folder(), DEPTH_OF_LOGS)) {
            for (var file : (Iterable<Path>) files.filter(Gathering::isText)::iterator) {
                texts.addAll(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what the rehearsal wrote cannot be read", e);
        }
        return texts;
    }

    /// The transcript, and what the servers wrote into their logs.
    private static boolean isText(Path file) {
        return file.endsWith("transcript.txt") || file.endsWith("server.log");
    }
}
