package dev.daybreak.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.announce.AnnounceHandler;
import dev.daybreak.approval.RequestApprovalHandler;
import dev.daybreak.aurora.AwaitAuroraHandler;
import dev.daybreak.aurora.CreateAuroraHandler;
import dev.daybreak.aurora.RemoveAuroraHandler;
import dev.daybreak.begin.BeginMigrationHandler;
import dev.daybreak.check.CheckApplicationHandler;
import dev.daybreak.check.CheckAuroraHandler;
import dev.daybreak.check.CheckCostHandler;
import dev.daybreak.check.CheckLatencyHandler;
import dev.daybreak.check.CheckLogsHandler;
import dev.daybreak.check.CheckOldInstanceHandler;
import dev.daybreak.check.CheckStreamHandler;
import dev.daybreak.check.CompareSampleHandler;
import dev.daybreak.check.DrawSampleHandler;
import dev.daybreak.decommission.DeleteInstanceHandler;
import dev.daybreak.decommission.EraseNotesHandler;
import dev.daybreak.decommission.RecordHeldHandler;
import dev.daybreak.equality.ProveEqualHandler;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.FakeFences;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fence.AdmitReadersHandler;
import dev.daybreak.fence.FenceHandler;
import dev.daybreak.fence.LiftFenceHandler;
import dev.daybreak.fitness.ProveFitHandler;
import dev.daybreak.forecast.ForecastDowntimeHandler;
import dev.daybreak.handover.ForgetSecretHandler;
import dev.daybreak.handover.KeepSecretHandler;
import dev.daybreak.handover.MendSecretHandler;
import dev.daybreak.host.RestoreHostHandler;
import dev.daybreak.host.SwapHostHandler;
import dev.daybreak.lastsnapshot.DropTrialHandler;
import dev.daybreak.lastsnapshot.RestoreTrialHandler;
import dev.daybreak.lastsnapshot.TakeLastSnapshotHandler;
import dev.daybreak.latewrites.FindLateWritesHandler;
import dev.daybreak.latewrites.MarkSourceHandler;
import dev.daybreak.note.Day;
import dev.daybreak.note.Days;
import dev.daybreak.note.Held;
import dev.daybreak.note.Wanted;
import dev.daybreak.pods.AwaitNoPodsHandler;
import dev.daybreak.pods.AwaitReadyHandler;
import dev.daybreak.pods.QuiesceHandler;
import dev.daybreak.pods.ResumeHandler;
import dev.daybreak.power.MarkWantedHandler;
import dev.daybreak.power.StartInstanceHandler;
import dev.daybreak.power.StopInstanceHandler;
import dev.daybreak.rds.Snapshot;
import dev.daybreak.refresh.AwaitSecretHandler;
import dev.daybreak.refresh.RefreshSecretHandler;
import dev.daybreak.repair.AskForRepairHandler;
import dev.daybreak.role.KeepPasswordHandler;
import dev.daybreak.role.MakeRoleHandler;
import dev.daybreak.runtime.Json;
import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.scalers.PauseScalersHandler;
import dev.daybreak.scalers.RestoreScalersHandler;
import dev.daybreak.slack.NotifySlackHandler;
import dev.daybreak.snapshot.AwaitSnapshotHandler;
import dev.daybreak.snapshot.TakeSnapshotHandler;
import dev.daybreak.validate.BeginValidationHandler;
import dev.daybreak.validate.NoteDayHandler;
import dev.daybreak.validate.PutMetricsHandler;
import dev.daybreak.validate.TellDayHandler;
import dev.daybreak.validation.QueryTimes;
import dev.daybreak.verify.VerifyHandler;
import dev.daybreak.wayback.Cutover;
import dev.daybreak.wayback.RememberHandler;
import dev.daybreak.wayback.WayBack;
import dev.daybreak.workload.Scaler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Promise P6: doing it twice is doing it once. Every handler is run twice, and once more after
/// each answer that got lost.
class DoingItTwiceTest {
    /// They only look, or need an old stack; their own tests say what they answer.
    private static final Set<String> LOOK_ONLY =
            Set.of(
                    "PreflightHandler",
                    "AwaitInstanceHandler",
                    "WakeUpHandler",
                    "LookAwakeHandler",
                    "CheckAwakeHandler",
                    "BeginDecommissionHandler",
                    "JudgeDecommissionHandler",
                    "JudgeAgainHandler",
                    "AwaitRestHandler",
                    "CheckTrialHandler",
                    "PlanHandoverHandler",
                    "RetainResourcesHandler",
                    "AwaitStackHandler",
                    "CheckRetainedHandler",
                    "VerifySecretHandler",
                    "DeleteOldStackHandler",
                    "PlanImportHandler",
                    "CheckImportHandler",
                    "ExecuteImportHandler",
                    "CheckAloneHandler",
                    "ReportKeepingHandler",
                    "RequestDecommissionHandler",
                    "AnnounceDecommissionHandler");

    /// A message that may have been sent is sent again: twice is better than never.
    private static final Set<String> MAY_REACH_PEOPLE_TWICE =
            Set.of(
                    "AnnounceHandler",
                    "AskForRepairHandler",
                    "NotifySlackHandler",
                    "RequestApprovalHandler",
                    "TellDayHandler");

    private static final String SINCE = "'since':'2026-03-01T20:00:00Z'";
    private static final String DELETION =
            "{'checked':'mosaic-prod-db-final-snapshot'," + SINCE + "}";
    private static final String OPEN = "{'everyone':true,'roles':['application','owner']}";
    private static final String MARK =
            "{'nextTransaction':100,'sequences':'10','preparedTransactions':0,'openTransactions':0,'changes':40,"
                    + "'changesByTable':{'public.orders':40}}";
    private static final String SCALERS =
            "[{'kind':'KEDA','namespace':'mosaic-prod','name':'core-api','state':{}}]";
    private static final String CHECK_SINCE_CUTOVER =
            "{'cutover':'2026-03-01T20:00:00Z','since':'2026-03-01T20:00:00Z'}";
    private static final String FORECAST = "{'milliseconds':1,'rebuild':false,'parts':[]}";

    /// A handler with a world in which it has something to do.
    record Trial(
            Function<Wiring, StepHandler<?>> handler, Consumer<World> preparation, String order) {
        World world() {
            var world = new World();
            preparation.accept(world);
            return world;
        }

        Map<String, Object> run(World world) throws IOException {
            var out = new ByteArrayOutputStream();
            var in = new ByteArrayInputStream(order.replace('\'', '"').getBytes(UTF_8));
            handler.apply(world.wiring()).handleRequest(in, out, new NoContext());
            assertThat(out.toString(UTF_8)).doesNotContain("p@ss", "owner-", "own-");
            return Json.MAPPER.readerForMapOf(Object.class).readValue(out.toByteArray());
        }

        @Override
        public String toString() {
            return handler.apply(new World().wiring()).getClass().getSimpleName();
        }
    }

    static Stream<Trial> trials() {
        return Stream.concat(ofMigration(), RollbackTrials.all());
    }

    private static Stream<Trial> ofMigration() {
        return Stream.of(
                trial(
                        BeginMigrationHandler::new,
                        "{'execution':'arn','name':'n','started':'2026-03-01T20:00:00Z','input':{}}"),
                trial(
                        BeginValidationHandler::new,
                        DoingItTwiceTest::cutOver,
                        "{'name':'n','started':'2026-03-02T07:00:00Z','input':{}}"),
                trial(CheckAuroraHandler::new, "{'since':'2026-03-01T20:00:00Z'}"),
                trial(CheckApplicationHandler::new, "{'since':'2026-03-01T20:00:00Z'}"),
                trial(CheckLogsHandler::new, "{'since':'2026-03-01T20:00:00Z'}"),
                trial(CheckOldInstanceHandler::new, CHECK_SINCE_CUTOVER),
                trial(
                        CheckStreamHandler::new,
                        world -> world.streams.flow(),
                        "{'day':'2026-03-02','flows':true,'since':'2026-03-01T20:00:00Z'}"),
                trial(DrawSampleHandler::new, "{'day':'2026-03-02'}"),
                trial(
                        CompareSampleHandler::new,
                        "{'sample':{'horizon':'3','seed':1,'strays':[]},'since':'2026-03-01T20:00:00Z'}"),
                trial(
                        CheckLatencyHandler::new,
                        world -> world.soundings.take(new QueryTimes(1, 1_000, 1_000)),
                        "{'day':'2026-03-02','since':'2026-03-01T20:00:00Z'}"),
                trial(CheckCostHandler::new, CHECK_SINCE_CUTOVER),
                trial(NoteDayHandler::new, "{'day':'2026-03-02','findings':[]}"),
                trial(PutMetricsHandler::new, "{'checks':['LOGS'],'findings':[],'green':1}"),
                trial(
                        TellDayHandler::new,
                        "{'day':'2026-03-02','flows':true,'findings':[],'details':[],'green':1,"
                                + "'execution':'e'}"),
                trial(KeepPasswordHandler::new, "{}"),
                trial(MakeRoleHandler::new, DoingItTwiceTest::rotateOwnPassword, "{}"),
                trial(MarkSourceHandler::new, "{}"),
                trial(FindLateWritesHandler::new, "{'mark':" + MARK + ",'ownTransactions':[]}"),
                trial(
                        TakeSnapshotHandler::new,
                        "{'run':'run-1','snapshot':'snap','since':'2026-03-01T20:00:00Z'}"),
                trial(
                        AwaitSnapshotHandler::new,
                        "{'snapshot':'snap','since':'2026-03-01T20:00:00Z'}"),
                trial(
                        CreateAuroraHandler::new,
                        world -> world.stacks.remove(Examples.CLUSTER),
                        "{'run':'run-1','snapshot':'snap','snapshotArn':'arn:snap'}"),
                trial(AwaitAuroraHandler::new, "{'since':'2026-03-01T20:00:00Z'}"),
                trial(
                        RemoveAuroraHandler::new,
                        world -> world.clusters.remove(Examples.CLUSTER),
                        "{'run':'run-1','since':'2026-03-01T20:00:00Z'}"),
                trial(ProveFitHandler::new, "{}"),
                trial(
                        ForecastDowntimeHandler::new,
                        "{'snapshotMilliseconds':1,'auroraMilliseconds':1,'proofMilliseconds':1,"
                                + "'fenceBegan':'2026-03-01T20:00:00Z',"
                                + "'fitProven':'2026-03-01T20:00:01Z',"
                                + "'lookBegan':'2026-03-01T20:00:10Z',"
                                + "'lookEnded':'2026-03-01T20:00:11Z','rebuild':true}"),
                trial(
                        RequestApprovalHandler::new,
                        "{'token':'t','execution':'e','warnings':[],'limitSeconds':86400,'forecast':"
                                + FORECAST
                                + "}"),
                trial(RememberHandler::new, "{}"),
                trial(PauseScalersHandler::new, "{'scalers':" + SCALERS + "}"),
                trial(
                        RestoreScalersHandler::new,
                        DoingItTwiceTest::pauseScaler,
                        "{'scalers':" + SCALERS + "}"),
                trial(QuiesceHandler::new, "{}"),
                trial(AwaitNoPodsHandler::new, "{'since':'2026-03-01T20:00:00Z'}"),
                trial(
                        ResumeHandler::new,
                        world -> world.deployments.put(Examples.deployment(0)),
                        "{'replicas':{'core-api':2}}"),
                trial(
                        AwaitReadyHandler::new,
                        "{'replicas':{'core-api':2},'since':'2026-03-01T20:00:00Z'}"),
                trial(FenceHandler::new, "{'side':'RDS'}"),
                trial(
                        AdmitReadersHandler::new,
                        world -> world.fences.put(World.AURORA, FakeFences.SHUT),
                        "{'access':" + OPEN + "}"),
                trial(
                        LiftFenceHandler::new,
                        world -> world.fences.put(World.RDS, FakeFences.SHUT),
                        "{'side':'RDS','access':" + OPEN + "}"),
                trial(ProveEqualHandler::new, "{'cursor':''}"),
                trial(SwapHostHandler::new, "{'run':'run-1','before':'v1'}"),
                trial(
                        RestoreHostHandler::new,
                        world ->
                                world.secrets.put(
                                        Examples.SECRET,
                                        "v2",
                                        World.secret(World.AURORA, "application", "x")),
                        "{'run':'run-1','before':'v1','beforeHost':'%s','beforePort':5432,'host':'%s'}"
                                .formatted(Examples.RDS_HOST, Examples.AURORA_HOST)),
                trial(
                        RefreshSecretHandler::new,
                        "{'run':'run-1','side':'AURORA','asked':'2026-03-01T20:00:00Z'}"),
                trial(
                        AwaitSecretHandler::new,
                        "{'side':'RDS','synced':{},'since':'2026-03-01T20:00:00Z'}"),
                trial(VerifyHandler::new, "{'side':'AURORA','since':'2026-03-01T20:00:00Z'}"),
                trial(
                        AskForRepairHandler::new,
                        "{'task':'RETURN','state':'LiftFence','error':'e','cause':'c','token':'t',"
                                + "'execution':'e','limitSeconds':600}"),
                trial(
                        NotifySlackHandler::new,
                        "{'Records':[{'Sns':{'Subject':'a','Message':'b'}}]}"),
                trial(
                        StartInstanceHandler::new,
                        world -> status(world, "stopped"),
                        "{" + SINCE + "}"),
                trial(StopInstanceHandler::new, DoingItTwiceTest::wantStopped, "{" + SINCE + "}"),
                trial(MarkWantedHandler::new, "{'state':'STOPPED','by':'arn:a:b','over':'ANY'}"),
                trial(RecordHeldHandler::new, "{'run':'run-1'}"),
                trial(TakeLastSnapshotHandler::new, DoingItTwiceTest::hold, "{" + SINCE + "}"),
                trial(
                        RestoreTrialHandler::new,
                        DoingItTwiceTest::hold,
                        "{'trial':'mosaic-prod-run-1-check'}"),
                trial(
                        DropTrialHandler::new,
                        world ->
                                world.instances.put(
                                        Examples.instance("a-check", "16.15", "available")),
                        "{'trial':'a-check'," + SINCE + "}"),
                trial(DeleteInstanceHandler::new, DoingItTwiceTest::makeDeletable, DELETION),
                trial(EraseNotesHandler::new, DoingItTwiceTest::hold, "{}"),
                trial(KeepSecretHandler::new, DoingItTwiceTest::pointToAurora, "{}"),
                trial(ForgetSecretHandler::new, DoingItTwiceTest::keepSecret, "{}"),
                trial(MendSecretHandler::new, DoingItTwiceTest::harmSecret, "{'harmed':'v3'}"),
                trial(
                        AnnounceHandler::new,
                        "{'ending':'RETURNED','state':'Fence','error':'e','cause':'c',"
                                + "'execution':'e','details':[]}"));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void runningItTwiceIsRunningItOnce(Trial trial) throws IOException {
        var world = trial.world();
        var first = trial.run(world);
        var effects = effects(trial, world);

        var second = trial.run(world);

        assertThat(second).containsEntry("decision", first.get("decision"));
        assertThat(effects(trial, world)).isEqualTo(effects);
    }

    @ParameterizedTest
    @MethodSource("trials")
    void aLostAnswerIsMadeUpForByRunningItAgain(Trial trial) throws IOException {
        var undisturbed = trial.world();
        var prepared = undisturbed.journal.effects().size();
        var answer = trial.run(undisturbed);
        var count = undisturbed.journal.effects().size() - prepared;
        for (int lost = 1; lost <= count; lost++) {
            var world = trial.world();
            world.journal.loseAnswerOf(lost);
            assertThatThrownBy(() -> trial.run(world)).isInstanceOf(Unavailable.class);

            var second = trial.run(world);

            assertThat(second).containsEntry("decision", answer.get("decision"));
            assertThat(effects(trial, world)).isEqualTo(effects(trial, undisturbed));
        }
    }

    @Test
    void triesEveryHandler() {
        var tried = trials().map(Trial::toString).collect(Collectors.toSet());
        tried.addAll(LOOK_ONLY);

        assertThat(tried)
                .containsAll(
                        Steps.handlers().stream()
                                .map(Class::getSimpleName)
                                .collect(Collectors.toSet()));
    }

    private static List<String> effects(Trial trial, World world) {
        return MAY_REACH_PEOPLE_TWICE.contains(trial.toString())
                ? world.journal.effects().stream().distinct().toList()
                : world.journal.effects();
    }

    static Trial trial(Function<Wiring, StepHandler<?>> handler, String order) {
        return trial(handler, _ -> {}, order);
    }

    static Trial trial(
            Function<Wiring, StepHandler<?>> handler, Consumer<World> preparation, String order) {
        return new Trial(handler, preparation, order);
    }

    private static void cutOver(World world) {
        world.secrets.put(
                Examples.SECRET, "v2", World.secret(World.AURORA, "application", "another"));
        world.wiring()
                .journal()
                .write(
                        new Cutover(
                                "arn",
                                "run-1",
                                World.START,
                                new WayBack(
                                        "v1",
                                        Examples.RDS_HOST,
                                        5432,
                                        Map.of(),
                                        List.of(),
                                        Map.of(),
                                        World.OPEN)));
    }

    private static void rotateOwnPassword(World world) {
        world.secrets.put(
                Examples.OWN_SECRET, "d2", World.secret(World.RDS, "daybreak", "rotated"));
    }

    private static void pauseScaler(World world) {
        world.scalers.pause(new Scaler(Scaler.Kind.KEDA, "mosaic-prod", "core-api", Map.of()));
    }

    private static void status(World world, String status) {
        world.instances.put(Examples.instance("16.15", status));
    }

    private static void pointToAurora(World world) {
        world.secrets.put(Examples.SECRET, "v2", World.secret(World.AURORA, "application", "x"));
    }

    private static void wantStopped(World world) {
        pointToAurora(world);
        world.wiring().journal().write(new Wanted(Wanted.State.STOPPED, World.START, "me"));
    }

    private static void hold(World world) {
        world.wiring().journal().write(new Held("run-1", World.START, Examples.HOLDING));
    }

    private static void makeDeletable(World world) {
        pointToAurora(world);
        hold(world);
        var days =
                IntStream.range(0, 7)
                        .mapToObj(
                                ago -> new Day(LocalDate.of(2026, 3, 1).minusDays(ago), List.of()));
        world.wiring().journal().write(new Days(days.toList()));
        world.snapshots.put(
                new Snapshot(
                        "mosaic-prod-db-final-snapshot",
                        "arn",
                        Examples.INSTANCE,
                        "available",
                        100,
                        Map.of(Held.TAG, "run-1")));
    }

    private static void keepSecret(World world) {
        pointToAurora(world);
        world.secrets.label(Examples.SECRET, "v2", "daybreak-mosaic-prod-handover");
    }

    private static void harmSecret(World world) {
        keepSecret(world);
        world.secrets.put(Examples.SECRET, "v3", World.secret(World.RDS, "application", "x"));
    }
}
