package dev.daybreak.rehearsal.simulation;

import dev.daybreak.migration.Migration;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.rehearsal.clock.VirtualTime;
import dev.daybreak.rehearsal.cloud.Calls;
import dev.daybreak.rehearsal.cloud.Cloud;
import dev.daybreak.rehearsal.cloud.Delays;
import dev.daybreak.rehearsal.cloud.Surroundings;
import dev.daybreak.rehearsal.simulation.cluster.ModelCluster;
import dev.daybreak.rehearsal.simulation.database.ModelServer;
import dev.daybreak.rehearsal.simulation.database.Servers;
import dev.daybreak.workload.Scaler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Everything outside of Daybreak: AWS, the cluster, the databases, and those who write.
///
/// How long AWS takes is drawn: a snapshot or restore of a small instance takes minutes to tens of
/// minutes, a start or stop minutes
/// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html>); descriptions
/// are seconds old.
final class World {
    static final Instant START = Instant.parse("2026-12-01T20:00:00Z");
    static final String RDS_HOST = "rds.sim";
    private static final String OWNER = "app_owner";
    private static final List<String> VERSIONS = List.of("15.17", "16.11", "16.15", "17.9");

    final VirtualTime time = VirtualTime.startingAt(START);
    final Migration migration;
    final SplittableRandom chance;
    final Servers servers;
    final Cloud cloud;
    final ModelCluster cluster;
    final Ledger ledger = new Ledger();
    final List<String> split = new ArrayList<>();
    private final String password;
    private final Strays strays;
    private boolean asleep;
    private Instant scheduleFrom = Instant.MIN;

    World(Workflows workflows, SplittableRandom chance) {
        this.migration = workflows.migration();
        this.chance = chance;
        password = "pw-%016x".formatted(chance.nextLong());
        servers =
                new Servers(
                        migration.source().instance(),
                        RDS_HOST,
                        ModelServer.fresh("rds", OWNER, password));
        strays = new Strays(servers, ledger, chance, OWNER, password);
        var delays =
                new Delays(
                        Duration.ofMillis(chance.nextInt(0, 8_000)),
                        Duration.ofMillis(chance.nextInt(100, 5_000)),
                        Duration.ofSeconds(chance.nextInt(5, 400)));
        cloud =
                new Cloud(
                        new Surroundings(
                                time,
                                work -> time.after(workTakes(), work),
                                Calls.UNHEARD,
                                servers,
                                delays),
                        Account.instance(migration),
                        VERSIONS,
                        workflows.template());
        cloud.secrets()
                .create(
                        migration.secret().id(),
                        Account.secret(migration, OWNER, password),
                        Map.of());
        cluster =
                new ModelCluster(
                        migration, time, servers, cloud.secrets(), rival(chance), chance.split());
        time.runUntil(cluster::isWell);
    }

    private Duration workTakes() {
        return Duration.ofSeconds(chance.nextInt(10, 900));
    }

    private static Optional<Scaler.Kind> rival(SplittableRandom chance) {
        var kinds = Scaler.Kind.values();
        var drawn = chance.nextInt(kinds.length + 1);
        return drawn == kinds.length ? Optional.empty() : Optional.of(kinds[drawn]);
    }

    /// The application and a stray client write, the stream flows, and nobody may be able to write
    /// where he must not.
    void breathe() {
        if (!asleep) {
            cluster.write(ledger::write);
            strays.write();
        }
        if (chance.nextInt(3) == 0) {
            servers.replicate();
        }
        look();
    }

    /// Nobody writes from now on, or everybody does again.
    void sleep(boolean now) {
        asleep = now;
    }

    /// Whoever used the old host has been found, and does no more.
    void endStrays() {
        strays.end();
    }

    private void look() {
        var rds = servers.rds().isOpenTo(OWNER);
        var aurora =
                servers.aurora()
                        .filter(ModelServer::wasFenced)
                        .filter(one -> one.isOpenTo(OWNER))
                        .isPresent();
        if (rds && aurora) {
            note("Both databases took the application's writes at %s.");
        }
        if (!rds && !aurora) {
            return;
        }
        var home = home();
        if (aurora && home.equals("rds")) {
            note("Aurora took writes at %s, while the secret pointed to RDS.");
        }
        if (rds && home.equals("aurora")) {
            note("RDS took writes at %s, while the secret pointed to Aurora.");
        }
    }

    private void note(String words) {
        if (split.isEmpty()) {
            split.add(words.formatted(time.instant()));
        }
    }

    /// The database that the secret points to.
    String home() {
        var host = host();
        return servers.at(host).map(ModelServer::name).orElse(host);
    }

    String host() {
        return cloud.secrets()
                .shown(migration.secret().id())
                .text(migration.secret().fields().host())
                .orElse("");
    }

    /// The schedule that keeps the old instance stopped is silent for so long.
    void missSchedule(Duration span) {
        scheduleFrom = time.instant().plus(span);
    }

    boolean isScheduleSilent() {
        return scheduleFrom.isAfter(time.instant());
    }

    /// Whether the old instance is stopped, as AWS shows it.
    boolean isStopped() {
        return status().equals("stopped");
    }

    /// The old instance's status as AWS shows it; blank where it is gone.
    String status() {
        return cloud.instances()
                .find(migration.source().instance())
                .map(DatabaseInstance::status)
                .orElse("");
    }

    /// What was acknowledged and is not where the secret points to; blank where all is there.
    String missing() {
        return servers.at(host())
                .map(ModelServer::writes)
                .map(ledger::missing)
                .orElse("the secret points to no database");
    }

    String owner() {
        return OWNER;
    }
}
