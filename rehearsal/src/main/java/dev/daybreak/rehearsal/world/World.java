package dev.daybreak.rehearsal.world;

import dev.daybreak.alert.Alert;
import dev.daybreak.kubernetes.ApiServer;
import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.clock.ShiftedClock;
import dev.daybreak.rehearsal.cloud.Calls;
import dev.daybreak.rehearsal.cloud.Cloud;
import dev.daybreak.rehearsal.cloud.Delays;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.kubernetes.Example;
import dev.daybreak.rehearsal.kubernetes.KubernetesCluster;
import dev.daybreak.rehearsal.kubernetes.Pace;
import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.rehearsal.postgres.PostgresServer;
import dev.daybreak.rehearsal.writers.Ledger;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.workload.Deployment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Everything that stands in for AWS, Kubernetes and the application on this machine. Closing it
/// ends all of it, in the opposite order.
public final class World implements AutoCloseable {
    static final int REPLICAS = 2;

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Migration migration;
    private final Foundation foundation;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final RealServers servers;
    private final Clients clients;
    private final Cloud cloud;
    private final KubernetesCluster kubernetes;
    private final Wiring wiring;
    private final ShiftedClock clock = new ShiftedClock();
    private final Set<String> executions = ConcurrentHashMap.newKeySet();
    private final Set<Injection> injected = ConcurrentHashMap.newKeySet();

    private World(Migration migration, Template template, Foundation foundation, Delays delays) {
        this.migration = migration;
        this.foundation = foundation;
        servers = opened(foundation.servers());
        var ledger = new Ledger();
        ledger.name(foundation.source().address(), "rds");
        ledger.name(foundation.aurora(), "aurora");
        clients = opened(new Clients(migration, ledger));
        var threads = Thread.ofPlatform().daemon().name("cloud-", 0).factory();
        var background = opened(Executors.newFixedThreadPool(2, threads));
        cloud =
                Account.of(
                        migration,
                        template,
                        foundation,
                        servers,
                        background,
                        Calls.UNHEARD,
                        delays,
                        clock);
        kubernetes =
                opened(
                        new KubernetesCluster(
                                Pace.DEFAULT, InstantSource.system(), clients::pod, this::fields));
        var api = new ApiServer(kubernetes.endpoint(), Optional.empty(), () -> "rehearsal");
        wiring =
                Ports.wired(
                        migration,
                        cloud,
                        kubernetes,
                        opened(api.connect()),
                        clock,
                        executions::contains,
                        foundation.source()::admin,
                        ServerLog.of(foundation.source(), clock::real));
    }

    /// @param template what the Aurora stack is made from
    static World on(Migration migration, Template template, Foundation foundation, Delays delays) {
        try {
            return new World(migration, template, foundation, delays);
        } catch (RuntimeException e) {
            foundation.source().close();
            throw e;
        }
    }

    /// What a state machine publishes by itself when our own messenger is broken.
    void publishedByTheWorkflow(String subject, String message) {
        cloud.alerts()
                .send(
                        new Alert(
                                Alert.Level.WARNING,
                                subject,
                                message,
                                "Look at the execution.",
                                "Look at the execution.",
                                List.of(),
                                Map.of()));
    }

    /// Starts the application as it ran before anybody thought of moving it, and the stray client.
    void begin() {
        Example.install(kubernetes, migration, REPLICAS);
        clients.stray("stray", application(foundation.source().address()));
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The stand-in application was not ready within %d s."
                                .formatted(START_PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /// What everything but the clients and Kubernetes goes by.
    ShiftedClock clock() {
        return clock;
    }

    /// What went wrong on purpose.
    Set<Injection> injected() {
        return injected;
    }

    /// ARNs of the executions that run now.
    Set<String> executions() {
        return executions;
    }

    Migration migration() {
        return migration;
    }

    Foundation foundation() {
        return foundation;
    }

    Clients clients() {
        return clients;
    }

    KubernetesCluster kubernetes() {
        return kubernetes;
    }

    Cloud cloud() {
        return cloud;
    }

    Wiring wiring() {
        return wiring;
    }

    /// What the application logs in to, on either server.
    Database application(dev.daybreak.rehearsal.postgres.Address address) {
        return new Database(address, Foundation.DATABASE, foundation.application());
    }

    /// Lets the servers live on.
    List<PostgresServer> keep() {
        return servers.keepAll();
    }

    /// Whether every pod of every Deployment is there and ready.
    boolean isReady() {
        return migration.kubernetes().deployments().stream()
                .allMatch(
                        one ->
                                wiring.deployments()
                                        .find(one.name())
                                        .filter(Deployment::isReady)
                                        .isPresent());
    }

    private Map<String, String> fields(String secret) {
        var texts = new HashMap<String, String>();
        cloud.secrets()
                .current(secret)
                .fields()
                .fields()
                .forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    /// What cannot be ended does not keep the rest from being ended.
    @Override
    public void close() {
        var failed = new ArrayList<String>();
        while (!open.isEmpty()) {
            var one = open.pop();
            try {
                one.close();
            } catch (Exception problem) {
                failed.add(one.getClass().getSimpleName() + ": " + problem.getMessage());
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Not everything could be ended: " + failed);
        }
    }
}
