package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.asl.EventType;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.kubernetes.Example;
import dev.daybreak.rehearsal.postgres.Database;
import dev.daybreak.rehearsal.postgres.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What goes wrong around a migration.
class FaultsTest {
    private static final Duration PODS = Duration.ofSeconds(10);

    @Test
    void keepsAnothersChangeOfTheSecretAndReturns() {
        var ended = new Play().meddler(at("ProveEqual", FaultsTest::changeEngine)).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after().fields())
                .isEqualTo(ended.before().fields().with("engine", "another"));
        assertThat(ended.endings().getFirst().happened()).contains("changed");
    }

    /// Where the rotation is taken for a write, Aurora is built anew with the new password; where
    /// the first cluster is kept, it has the old one. The Kubernetes Secret has the old one too
    /// then, so pods that start again may need a person.
    @Test
    void neverSwapsToAnAuroraThatHasTheOldPassword() {
        var ended =
                new Play()
                        .quiet()
                        .limits(limits -> ShortLimits.podsReady(limits, PODS))
                        .meddler(at("RequestApproval", FaultsTest::rotate))
                        .run();
        var isBuiltAnew = ended.states().contains("SnapshotAgain");
        assertThat(ended.states().contains("SwapHost")).isEqualTo(isBuiltAnew);
        assertThat(ended.brokenPromises()).isEmpty();
    }

    /// KEDA would raise the Deployment again at once; it is paused, and wakes up at the end.
    @Test
    void movesADeploymentThatKedaScales() {
        var ended =
                new Play()
                        .settings(
                                "\"databaseSecret\": {",
                                "\"access\": {\"scaledObjects\": [\"core-api\"]}, \"databaseSecret\": {")
                        .meddler(
                                at(
                                        "BeginMigration",
                                        world ->
                                                Example.keda(
                                                        world.kubernetes(),
                                                        world.migration().kubernetes().namespace(),
                                                        "core-api",
                                                        2)))
                        .run();
        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(ended.brokenPromises()).isEmpty();
    }

    @Thorough
    @Test
    void returnsWhereThePasswordWasRotatedBehindTheFence() {
        var ended = new Play().meddler(at("ProveEqual", FaultsTest::rotate)).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
    }

    @Thorough
    @Test
    void returnsWhereTheSecretsOperatorIsBroken() {
        var ended =
                new Play()
                        .limits(limits -> ShortLimits.secretRefresh(limits, Duration.ofSeconds(2)))
                        .meddler(
                                at(
                                        "SwapHost",
                                        world -> world.kubernetes().breakExternalSecrets(true)))
                        .run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
    }

    @Test
    void returnsWhereAPodDoesNotBecomeReady() {
        var ended =
                new Play()
                        .limits(limits -> ShortLimits.podsReady(limits, PODS))
                        .meddler(
                                at(
                                        "Resume",
                                        world ->
                                                execute(
                                                        aurora(world),
                                                        "REVOKE CONNECT ON DATABASE app FROM"
                                                                + " app_owner, PUBLIC")))
                        .run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
    }

    @Test
    void returnsWithoutAuroraWhereNobodyWasLetInYet() {
        var ended =
                new Play()
                        .meddler(at("SwapHost", FaultsTest::killAurora))
                        .failing("RefreshSecret")
                        .run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
    }

    @Test
    void returnsWhereAPreparedTransactionWaits() {
        var meddler =
                at(
                        "Quiesce",
                        world ->
                                execute(
                                        world.foundation().source().admin().named("app"),
                                        "BEGIN",
                                        "INSERT INTO visit (account_id, path, at) VALUES (1, '/',"
                                                + " now())",
                                        "PREPARE TRANSACTION 'forgotten'"));
        var ended = new Play().meddler(meddler).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
        assertThat(ended.endings().getFirst().happened()).contains("prepared");
    }

    @Thorough
    @Test
    void returnsWhereTheFinalSnapshotFails() {
        var ended =
                new Play().meddler(at("FindLateWrites", world -> block(world, "snapshot-3"))).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
        assertThat(ended.after()).isEqualTo(ended.before());
    }

    @Thorough
    @Test
    void stopsWhereTheFirstSnapshotFails() {
        var ended =
                new Play().meddler(at("TakeSnapshot", world -> block(world, "snapshot-1"))).run();
        assertThat(ended.verdict()).isEqualTo("Daybreak.Stopped");
        assertThat(ended.after()).isEqualTo(ended.before());
    }

    @Thorough
    @Test
    void returnsWhereTheFinalRestoreFails() throws IOException {
        try (var taken = new ServerSocket()) {
            var meddler =
                    at(
                            "CreateFinalAurora",
                            world -> {
                                try {
                                    var address = world.foundation().aurora();
                                    taken.bind(
                                            new java.net.InetSocketAddress(
                                                    InetAddress.getByName(address.host()),
                                                    address.port()));
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
            var ended = new Play().meddler(meddler).run();
            assertThat(ended.verdict()).isEqualTo("Daybreak.Returned");
            assertThat(ended.after()).isEqualTo(ended.before());
        }
    }

    @Test
    void neverCallsAProofEqualThatWasCut() {
        var cutter = new Cutter();
        var ended = new Play().meddler(cutter).run();
        assertThat(cutter.cut.get()).isPositive();
        assertThat(ended.verdict()).isIn("FINISHED", "Daybreak.Returned");
    }

    @Test
    void keepsArgoCdAndTheAutoscalerFromRaisingReplicas() {
        var meddler =
                new Meddler() {
                    @Override
                    public void begun(World world, Executions executions) {
                        var migration = world.migration();
                        var namespace = migration.kubernetes().namespace();
                        Example.horizontal(world.kubernetes(), namespace, "core-api", 2, 4);
                        Example.argoCd(world.kubernetes(), migration, "core-api", 2);
                    }
                };
        var ended = new Play().settings(KUBERNETES, WITH_ARGO_CD).meddler(meddler).run();
        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(ended.before().scalers()).hasSize(2);
        assertThat(ended.after().scalers()).isEqualTo(ended.before().scalers());
        assertThat(ended.after().replicas()).isEqualTo(Map.of("core-api", 2));
    }

    private static final String KUBERNETES = "\"namespace\": \"mosaic-prod\",";
    private static final String WITH_ARGO_CD = KUBERNETES + " \"argoCd\": \"argocd\",";

    private static void changeEngine(World world) {
        world.cloud()
                .secrets()
                .overwrite(
                        world.migration().secret().id(),
                        fields -> fields.with("engine", "another"));
    }

    /// As a rotation does: in the database and in the secret.
    private static void rotate(World world) {
        var password = Foundation.password();
        execute(
                world.foundation().source().admin(),
                "ALTER ROLE app_owner PASSWORD '%s'".formatted(password));
        world.cloud()
                .secrets()
                .overwrite(
                        world.migration().secret().id(),
                        fields -> fields.with("password", password));
    }

    /// The next copy finds its place taken.
    private static void block(World world, String copy) {
        try {
            var place = world.foundation().folder().resolve("servers").resolve(copy);
            Files.writeString(Files.createDirectories(place).resolve("taken"), "by somebody");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void killAurora(World world) {
        var folder = world.foundation().folder().resolve("servers") + "/aurora-";
        ProcessHandle.allProcesses()
                .filter(
                        one ->
                                one.info()
                                        .commandLine()
                                        .filter(line -> line.contains(folder))
                                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static Database aurora(World world) {
        var admin = world.foundation().source().admin();
        return new Database(world.foundation().aurora(), "postgres", admin.login());
    }

    private static void execute(Database database, String... statements) {
        SaboteursTest.execute(database, statements);
    }

    private static Meddler at(String state, Consumer<World> what) {
        return SaboteursTest.at(state, what);
    }

    /// Ends Daybreak's first sessions that compare.
    private static final class Cutter implements Meddler {
        private static final int CUTS = 2;
        private static final String CUT =
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE usename LIKE 'daybreak%' AND datname = 'app' AND state = 'active'
                """;

        private final AtomicInteger cut = new AtomicInteger();

        @Override
        public void heard(World world, HistoryEvent event) {
            if (event.type() == EventType.TASK_STATE_ENTERED
                    && event.state().equals("ProveEqual")) {
                Thread.ofPlatform().daemon().start(() -> cut(world));
            }
        }

        private void cut(World world) {
            try {
                while (cut.get() < CUTS) {
                    var source = world.foundation().source().admin();
                    cut.addAndGet(Integer.parseInt(Servers.ask(source, CUT)));
                }
            } catch (SQLException _) {
                return; // the server is gone: it is over
            }
        }
    }
}
