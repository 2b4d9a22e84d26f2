package dev.daybreak.rehearsal.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.daybreak.announce.AnnounceHandler;
import dev.daybreak.approval.RequestApprovalHandler;
import dev.daybreak.aurora.AwaitAuroraHandler;
import dev.daybreak.aurora.CreateAuroraHandler;
import dev.daybreak.aurora.RemoveAuroraHandler;
import dev.daybreak.begin.BeginMigrationHandler;
import dev.daybreak.decommission.AnnounceDecommissionHandler;
import dev.daybreak.decommission.AwaitRestHandler;
import dev.daybreak.decommission.BeginDecommissionHandler;
import dev.daybreak.decommission.DeleteInstanceHandler;
import dev.daybreak.decommission.EraseNotesHandler;
import dev.daybreak.decommission.JudgeAgainHandler;
import dev.daybreak.decommission.JudgeDecommissionHandler;
import dev.daybreak.decommission.RecordHeldHandler;
import dev.daybreak.decommission.RequestDecommissionHandler;
import dev.daybreak.equality.ProveEqualHandler;
import dev.daybreak.fence.AdmitReadersHandler;
import dev.daybreak.fence.FenceHandler;
import dev.daybreak.fence.LiftFenceHandler;
import dev.daybreak.fitness.ProveFitHandler;
import dev.daybreak.forecast.ForecastDowntimeHandler;
import dev.daybreak.handover.AwaitStackHandler;
import dev.daybreak.handover.CheckAloneHandler;
import dev.daybreak.handover.CheckImportHandler;
import dev.daybreak.handover.CheckRetainedHandler;
import dev.daybreak.handover.DeleteOldStackHandler;
import dev.daybreak.handover.ExecuteImportHandler;
import dev.daybreak.handover.ForgetSecretHandler;
import dev.daybreak.handover.KeepSecretHandler;
import dev.daybreak.handover.MendSecretHandler;
import dev.daybreak.handover.PlanHandoverHandler;
import dev.daybreak.handover.PlanImportHandler;
import dev.daybreak.handover.RetainResourcesHandler;
import dev.daybreak.handover.VerifySecretHandler;
import dev.daybreak.host.RestoreHostHandler;
import dev.daybreak.host.SwapHostHandler;
import dev.daybreak.keepstopped.CheckAwakeHandler;
import dev.daybreak.keepstopped.LookAwakeHandler;
import dev.daybreak.keepstopped.ReportKeepingHandler;
import dev.daybreak.keepstopped.WakeUpHandler;
import dev.daybreak.lastsnapshot.CheckTrialHandler;
import dev.daybreak.lastsnapshot.DropTrialHandler;
import dev.daybreak.lastsnapshot.RestoreTrialHandler;
import dev.daybreak.lastsnapshot.TakeLastSnapshotHandler;
import dev.daybreak.latewrites.FindLateWritesHandler;
import dev.daybreak.latewrites.MarkSourceHandler;
import dev.daybreak.password.CarryPasswordHandler;
import dev.daybreak.pods.AwaitNoPodsHandler;
import dev.daybreak.pods.AwaitReadyHandler;
import dev.daybreak.pods.QuiesceHandler;
import dev.daybreak.pods.ResumeHandler;
import dev.daybreak.power.AwaitInstanceHandler;
import dev.daybreak.power.MarkWantedHandler;
import dev.daybreak.power.StartInstanceHandler;
import dev.daybreak.power.StopInstanceHandler;
import dev.daybreak.preflight.PreflightHandler;
import dev.daybreak.refresh.AwaitSecretHandler;
import dev.daybreak.refresh.RefreshSecretHandler;
import dev.daybreak.repair.AskForRepairHandler;
import dev.daybreak.reverse.AwaitMarkerHandler;
import dev.daybreak.reverse.CarrySequencesHandler;
import dev.daybreak.reverse.DropSlotHandler;
import dev.daybreak.reverse.EndSubscriptionHandler;
import dev.daybreak.reverse.OpenStreamHandler;
import dev.daybreak.reverse.PrepareStreamHandler;
import dev.daybreak.reverse.PublishTablesHandler;
import dev.daybreak.reverse.WriteMarkerHandler;
import dev.daybreak.role.KeepPasswordHandler;
import dev.daybreak.role.MakeRoleHandler;
import dev.daybreak.rollback.BeginRollbackHandler;
import dev.daybreak.rollback.LookBackHandler;
import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.scalers.PauseScalersHandler;
import dev.daybreak.scalers.RestoreScalersHandler;
import dev.daybreak.slack.NotifySlackHandler;
import dev.daybreak.snapshot.AwaitSnapshotHandler;
import dev.daybreak.snapshot.TakeSnapshotHandler;
import dev.daybreak.verify.VerifyHandler;
import dev.daybreak.wayback.NoteWayBackHandler;
import dev.daybreak.wayback.RememberHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The Lambda functions, by the name that the state machines call them by: class `FenceHandler` is
/// `${FenceFunction}`. `NotifySlack` is not among them: the alerts' topic starts it, and a
/// rehearsal shows alerts instead of sending them.
public final class Functions {
    private static final List<Deployed> ALL =
            List.of(
                    of(BeginMigrationHandler.class, BeginMigrationHandler::new),
                    of(PreflightHandler.class, PreflightHandler::new),
                    of(KeepPasswordHandler.class, KeepPasswordHandler::new),
                    of(MakeRoleHandler.class, MakeRoleHandler::new),
                    of(MarkSourceHandler.class, MarkSourceHandler::new),
                    of(FindLateWritesHandler.class, FindLateWritesHandler::new),
                    of(TakeSnapshotHandler.class, TakeSnapshotHandler::new),
                    of(AwaitSnapshotHandler.class, AwaitSnapshotHandler::new),
                    of(CreateAuroraHandler.class, CreateAuroraHandler::new),
                    of(AwaitAuroraHandler.class, AwaitAuroraHandler::new),
                    of(RemoveAuroraHandler.class, RemoveAuroraHandler::new),
                    of(ProveFitHandler.class, ProveFitHandler::new),
                    of(ForecastDowntimeHandler.class, ForecastDowntimeHandler::new),
                    of(RequestApprovalHandler.class, RequestApprovalHandler::new),
                    of(RememberHandler.class, RememberHandler::new),
                    of(PauseScalersHandler.class, PauseScalersHandler::new),
                    of(RestoreScalersHandler.class, RestoreScalersHandler::new),
                    of(QuiesceHandler.class, QuiesceHandler::new),
                    of(AwaitNoPodsHandler.class, AwaitNoPodsHandler::new),
                    of(ResumeHandler.class, ResumeHandler::new),
                    of(AwaitReadyHandler.class, AwaitReadyHandler::new),
                    of(FenceHandler.class, FenceHandler::new),
                    of(AdmitReadersHandler.class, AdmitReadersHandler::new),
                    of(LiftFenceHandler.class, LiftFenceHandler::new),
                    of(ProveEqualHandler.class, ProveEqualHandler::new),
                    of(SwapHostHandler.class, SwapHostHandler::new),
                    of(RestoreHostHandler.class, RestoreHostHandler::new),
                    of(RefreshSecretHandler.class, RefreshSecretHandler::new),
                    of(AwaitSecretHandler.class, AwaitSecretHandler::new),
                    of(VerifyHandler.class, VerifyHandler::new),
                    of(PublishTablesHandler.class, PublishTablesHandler::new),
                    of(NoteWayBackHandler.class, NoteWayBackHandler::new),
                    of(PrepareStreamHandler.class, PrepareStreamHandler::new),
                    of(OpenStreamHandler.class, OpenStreamHandler::new),
                    of(EndSubscriptionHandler.class, EndSubscriptionHandler::new),
                    of(DropSlotHandler.class, DropSlotHandler::new),
                    of(BeginRollbackHandler.class, BeginRollbackHandler::new),
                    of(LookBackHandler.class, LookBackHandler::new),
                    of(WriteMarkerHandler.class, WriteMarkerHandler::new),
                    of(AwaitMarkerHandler.class, AwaitMarkerHandler::new),
                    of(CarrySequencesHandler.class, CarrySequencesHandler::new),
                    of(CarryPasswordHandler.class, CarryPasswordHandler::new),
                    of(AwaitInstanceHandler.class, AwaitInstanceHandler::new),
                    of(MarkWantedHandler.class, MarkWantedHandler::new),
                    of(StartInstanceHandler.class, StartInstanceHandler::new),
                    of(StopInstanceHandler.class, StopInstanceHandler::new),
                    of(CheckAwakeHandler.class, CheckAwakeHandler::new),
                    of(LookAwakeHandler.class, LookAwakeHandler::new),
                    of(ReportKeepingHandler.class, ReportKeepingHandler::new),
                    of(WakeUpHandler.class, WakeUpHandler::new),
                    of(AnnounceDecommissionHandler.class, AnnounceDecommissionHandler::new),
                    of(AwaitRestHandler.class, AwaitRestHandler::new),
                    of(BeginDecommissionHandler.class, BeginDecommissionHandler::new),
                    of(DeleteInstanceHandler.class, DeleteInstanceHandler::new),
                    of(EraseNotesHandler.class, EraseNotesHandler::new),
                    of(JudgeAgainHandler.class, JudgeAgainHandler::new),
                    of(JudgeDecommissionHandler.class, JudgeDecommissionHandler::new),
                    of(RecordHeldHandler.class, RecordHeldHandler::new),
                    of(RequestDecommissionHandler.class, RequestDecommissionHandler::new),
                    of(CheckTrialHandler.class, CheckTrialHandler::new),
                    of(DropTrialHandler.class, DropTrialHandler::new),
                    of(RestoreTrialHandler.class, RestoreTrialHandler::new),
                    of(TakeLastSnapshotHandler.class, TakeLastSnapshotHandler::new),
                    of(AwaitStackHandler.class, AwaitStackHandler::new),
                    of(CheckAloneHandler.class, CheckAloneHandler::new),
                    of(CheckImportHandler.class, CheckImportHandler::new),
                    of(CheckRetainedHandler.class, CheckRetainedHandler::new),
                    of(DeleteOldStackHandler.class, DeleteOldStackHandler::new),
                    of(ExecuteImportHandler.class, ExecuteImportHandler::new),
                    of(ForgetSecretHandler.class, ForgetSecretHandler::new),
                    of(KeepSecretHandler.class, KeepSecretHandler::new),
                    of(MendSecretHandler.class, MendSecretHandler::new),
                    of(PlanHandoverHandler.class, PlanHandoverHandler::new),
                    of(PlanImportHandler.class, PlanImportHandler::new),
                    of(RetainResourcesHandler.class, RetainResourcesHandler::new),
                    of(VerifySecretHandler.class, VerifySecretHandler::new),
                    of(AnnounceHandler.class, AnnounceHandler::new),
                    of(AskForRepairHandler.class, AskForRepairHandler::new));

    private Functions() {}

    /// A handler class and how it is made.
    private record Deployed(
            String name,
            Class<? extends StepHandler<?>> type,
            Function<Wiring, RequestStreamHandler> constructor) {}

    private static <H extends StepHandler<?>> Deployed of(
            Class<H> type, Function<Wiring, H> constructor) {
        var name = type.getSimpleName().replaceFirst("Handler$", "Function");
        return new Deployed(name, type, constructor::apply);
    }

    /// What is put in the place of each `${…Function}`: here, the name itself.
    public static Map<String, String> substitutions() {
        var names = new TreeMap<String, String>();
        ALL.forEach(one -> names.put(one.name(), one.name()));
        return names;
    }

    /// All handler classes that are deployed, by the names of their steps: class `FenceHandler` is
    /// `Fence`.
    public static Map<String, Class<? extends StepHandler<?>>> classes() {
        var classes = new TreeMap<String, Class<? extends StepHandler<?>>>();
        ALL.forEach(one -> classes.put(one.name().replaceFirst("Function$", ""), one.type()));
        classes.put("NotifySlack", NotifySlackHandler.class);
        return classes;
    }

    /// Every function, given the world that it works in.
    ///
    /// @param pace what pauses are divided by: the forecast counts them as long as they are here
    public static Map<String, RequestStreamHandler> with(Wiring wiring, double pace) {
        var handlers = new LinkedHashMap<String, RequestStreamHandler>();
        ALL.forEach(one -> handlers.put(one.name(), one.constructor().apply(wiring)));
        handlers.put(
                "ForecastDowntimeFunction",
                new ForecastDowntimeHandler(
                        wiring,
                        Duration.ofNanos(
                                (long) (wiring.migration().polls().quick().toNanos() / pace))));
        return handlers;
    }
}
