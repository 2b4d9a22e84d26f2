package dev.daybreak.rehearsal.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Every handler answers from the jar that is deployed, in a process of its own, its event from
/// `events/functions`.
class DeployedHandlersTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path EVENTS = REPOSITORY.resolve("events/functions");
    private static final String UNEXPECTED = "dev.daybreak.fault.Unexpected";
    private static final String UNAVAILABLE = "dev.daybreak.fault.Unavailable";

    /// Two at a time: what is proven is that they answer, not how fast.
    private static final int AT_A_TIME = 2;

    /// What moto answers to. For every other one the answer leads to a database or a cluster that
    /// is not there, or moto has none (`MotoGaps`): `Unavailable`.
    private static final Map<String, String> WITH_MOTO =
            Map.ofEntries(
                    Map.entry("Announce", "Announced"),
                    Map.entry("AskForRepair", "Paged"),
                    Map.entry("AwaitAurora", "Failed"),
                    Map.entry("AwaitSnapshot", "Available"),
                    Map.entry("BeginMigration", "Begun"),
                    Map.entry("KeepPassword", "Kept"),
                    Map.entry("AwaitRest", "Rested"),
                    Map.entry("AwaitStack", UNEXPECTED),
                    Map.entry("BeginDecommission", "Begun"),
                    Map.entry("BeginRollback", "Begun"),
                    Map.entry("BeginValidation", "NothingToValidate"),
                    Map.entry("CheckAlone", "Failed"),
                    Map.entry("CheckApplication", "Checked"),
                    Map.entry("CheckAurora", "Checked"),
                    Map.entry("CheckCost", "Checked"),
                    Map.entry("CheckImport", "Refused"),
                    Map.entry("CheckLatency", "Checked"),
                    Map.entry("CheckLogs", "Checked"),
                    Map.entry("CheckOldInstance", "Checked"),
                    Map.entry("CheckRetained", UNEXPECTED),
                    Map.entry("CheckStream", "Checked"),
                    Map.entry("CheckTrial", UNEXPECTED),
                    Map.entry("CompareSample", "Checked"),
                    Map.entry("DeleteOldStack", UNEXPECTED),
                    Map.entry("DropTrial", "Gone"),
                    Map.entry("EraseNotes", "Erased"),
                    Map.entry("ExecuteImport", "Ordered"),
                    Map.entry("ForgetSecret", "Forgotten"),
                    Map.entry("KeepSecret", "Failed"),
                    Map.entry("LookBack", "Refused"),
                    Map.entry("MarkWanted", "Marked"),
                    Map.entry("MendSecret", "Failed"),
                    Map.entry("NoteDay", "Noted"),
                    Map.entry("NoteWayBack", "Noted"),
                    Map.entry("PlanHandover", "Nothing"),
                    Map.entry("PlanImport", "Nothing"),
                    Map.entry("PutMetrics", UNEXPECTED),
                    Map.entry("RequestDecommission", "Asked"),
                    Map.entry("RestoreTrial", UNEXPECTED),
                    Map.entry("RetainResources", UNEXPECTED),
                    Map.entry("TakeLastSnapshot", UNEXPECTED),
                    Map.entry("TellDay", "Told"),
                    Map.entry("VerifySecret", "Harmed"),
                    Map.entry("WakeUp", "Woken"),
                    // the shipped settings name no webhook
                    Map.entry("NotifySlack", UNEXPECTED),
                    Map.entry("RemoveAurora", UNEXPECTED),
                    Map.entry("RequestApproval", "Asked"),
                    Map.entry("RestoreHost", UNEXPECTED),
                    Map.entry("SwapHost", "ChangedMeanwhile"));

    @Test
    void answerWithWhatAwsSaysOrByName() throws Exception {
        var moto = Moto.start();
        assumeTrue(
                moto.isPresent(),
                "skipped: the deployed handlers need python3 with moto (pip install"
                        + " 'moto[server]')");
        try (var aws = moto.orElseThrow()) {
            Seeds.in(aws.address());
            var told = all(aws.address().toString());
            var expected = new TreeMap<String, String>();
            told.keySet()
                    .forEach(step -> expected.put(step, WITH_MOTO.getOrDefault(step, UNAVAILABLE)));

            assertThat(told).isEqualTo(expected);
        }
    }

    private static Map<String, String> all(String endpoint) throws Exception {
        var told = new TreeMap<String, Future<String>>();
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            Functions.classes()
                    .forEach(
                            (step, type) -> {
                                Callable<String> run = () -> first(step, type.getName(), endpoint);
                                told.put(step, threads.submit(run));
                            });
        }
        var words = new TreeMap<String, String>();
        for (var one : told.entrySet()) {
            words.put(one.getKey(), one.getValue().get());
        }
        return words;
    }

    private static String first(String step, String handler, String endpoint) throws IOException {
        var migration = Files.readString(REPOSITORY.resolve("migration.json"));
        var deployment =
                Deployment.packaged(REPOSITORY, Deployment.environment(migration, endpoint));
        var event = Files.readAllBytes(EVENTS.resolve(step + ".json"));
        try (var process = FunctionProcess.start(deployment, handler, event)) {
            var told = process.first().told();
            return switch (told) {
                case Told.Answered(var answer) -> answer.path("decision").asText();
                case Told.Failed(var error, _) -> error;
                case Told.NotStarted(var error, var why) -> error + ": " + why;
            };
        }
    }
}
