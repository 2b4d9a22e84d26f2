package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.rehearsal.clock.VirtualTime;
import dev.daybreak.rehearsal.lambda.Substitutions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The ways back of the migration's own workflow, with functions that answer as each test wants.
class ReturnTest {
    private static final Path FILE = Path.of("..", "statemachine", "migrate.asl.json");

    /// What each function answers where all is well. Nothing was written since the snapshot.
    private static final Map<String, String> WELL =
            Map.ofEntries(
                    Map.entry(
                            "BeginMigration",
                            """
                            {'decision': 'Begun', 'plan': {'run': 'r', 'snapshot': 's',
                              'finalSnapshot': 'f', 'approval': 'none', 'onLateWrites': 'resnapshot',
                              'rebuild': true, 'approvalSeconds': 600, 'repairSeconds': 600, 'slowPollSeconds': 20,
                              'quickPollSeconds': 1}}\
                            """),
                    Map.entry("Preflight", "{'decision': 'Ready', 'findings': {'warnings': []}}"),
                    Map.entry("PublishTables", "{'decision': 'Published', 'tables': 1}"),
                    Map.entry("PrepareStream", "{'decision': 'Prepared', 'tables': 1}"),
                    Map.entry("MarkSource", "{'decision': 'Marked', 'mark': {}}"),
                    Map.entry("TakeSnapshot", "{'decision': 'Ordered', 'snapshot': 's'}"),
                    Map.entry(
                            "AwaitSnapshot",
                            "{'decision': 'Available', 'arn': 'a', 'milliseconds': 1}"),
                    Map.entry(
                            "AwaitAurora",
                            "{'decision': 'Available', 'host': 'aurora', 'milliseconds': 1}"),
                    Map.entry("Fence", "{'decision': 'Fenced', 'ownTransactions': [7]}"),
                    Map.entry("ProveFit", "{'decision': 'Fit'}"),
                    Map.entry(
                            "ProveEqual",
                            """
                            {'decision': 'Equal', 'comparison': {'tablesCompared': 1, 'rows': 1,
                              'milliseconds': 1}}\
                            """),
                    Map.entry("FindLateWrites", "{'decision': 'NoLateWrites'}"),
                    Map.entry("ForecastDowntime", "{'forecast': {'milliseconds': 1}}"),
                    Map.entry(
                            "Remember",
                            """
                            {'decision': 'Remembered', 'before': {'version': 'v1', 'host': 'rds',
                              'port': 5432, 'replicas': {'app': 2}, 'scalers': [{'name': 'one'}],
                              'synced': {}, 'access': {'everyone': true, 'roles': ['app']}}}\
                            """),
                    Map.entry("AwaitNoPods", "{'decision': 'Gone'}"),
                    Map.entry("SwapHost", "{'decision': 'Swapped'}"),
                    Map.entry("AwaitSecret", "{'decision': 'Holds'}"),
                    Map.entry("AwaitReady", "{'decision': 'Ready'}"),
                    Map.entry("Verify", "{'decision': 'Verified'}"),
                    Map.entry("RemoveAurora", "{'decision': 'Gone'}"));

    private final VirtualTime time = VirtualTime.startingAt(Trial.START);
    private final List<HistoryEvent> events = new ArrayList<>();
    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final Map<String, JsonNode> payloads = new HashMap<>();
    private final List<String> mended = new ArrayList<>();

    @Test
    void aReturnThatBeginsAgainAfterRdsWasOpenedComparesNothingAnyMore() {
        answer("Verify", failed());
        answer("VerifyOnRds", failed());

        assertThat(run()).isEqualTo("Daybreak.Returned");
        assertThat(states()).containsOnlyOnce("CloseAurora", "Withdraw", "ProveUntouched");
        assertThat(states()).doesNotContain("OpenAurora").contains("AnnounceReturned");
    }

    @Test
    void staysOnAuroraOnlyWhereTheApplicationWasLetIn() {
        answer("SwapHost", "{'decision': 'ChangedMeanwhile', 'why': 'rotated'}");

        assertThat(run()).isEqualTo("Daybreak.Returned");
        assertThat(states()).doesNotContain("CloseAurora", "Withdraw", "OpenAurora");
        assertThat(states()).containsSubsequence("RestoreHost", "LiftFence", "ResumeOnRds");
    }

    @Test
    void staysOnAuroraWhereTheApplicationWroteThere() {
        answer("OpenForWrites", "");
        answer("ProveUntouched", "{'decision': 'Different', 'why': 'a row'}");

        assertThat(run()).isEqualTo("Daybreak.StayedOnAurora");
        assertThat(states())
                .containsSubsequence("ResumeOnAurora", "RestoreScalersOnAurora", "AnnounceStayed")
                .doesNotContain("RestoreHost", "LiftFence");
        assertThat(details()).isEmpty();
    }

    @Test
    void namesTheAutoscalersThatStayPausedOnAurora() {
        answer("OpenForWrites", "");
        answer("ProveUntouched", "{'decision': 'Different', 'why': 'a row'}");
        answer("RestoreScalersOnAurora", "");

        assertThat(run()).isEqualTo("Daybreak.StayedOnAurora");
        assertThat(details().toString()).contains("autoscalers are still paused", "one");
    }

    @Test
    void removesWhatIsLeftOverThoughTheMessageCouldNotBeSent() {
        answer("FindLateWrites", "");
        answer("AnnounceReturned", "");

        assertThat(run()).isEqualTo("Daybreak.Returned");
        assertThat(states())
                .containsSubsequence("AnnounceReturned", "PublishPlainly", "RemoveLeftovers");
    }

    @Test
    void leavesAuroraAloneWhereTheApplicationStaysThere() {
        answer("OpenForWrites", "");
        answer("ProveUntouched", "{'decision': 'Different', 'why': 'a row'}");
        answer("AnnounceStayed", "");

        assertThat(run()).isEqualTo("Daybreak.StayedOnAurora");
        assertThat(states()).contains("PublishPlainly").doesNotContain("RemoveLeftovers");
    }

    private JsonNode details() {
        return Objects.requireNonNull(payloads.get("AnnounceStayed")).path("details");
    }

    @Test
    void aListOfOneStaysAListOnItsWay() {
        answer("FindLateWrites", failed());
        run();

        assertThat(Objects.requireNonNull(payloads.get("PauseScalers")).path("scalers")).hasSize(1);
        assertThat(Objects.requireNonNull(payloads.get("RestoreScalersOnRds")).path("scalers"))
                .hasSize(1);
        assertThat(Objects.requireNonNull(payloads.get("FindLateWrites")).path("ownTransactions"))
                .hasSize(1);
        assertThat(Objects.requireNonNull(payloads.get("LiftFence")).at("/access/roles"))
                .hasSize(1);
    }

    private static String failed() {
        return "{'decision': 'Failed', 'why': 'on purpose'}";
    }

    /// What the state gets the first time; nothing is a fault that is not tried again.
    private void answer(String state, String json) {
        answers.computeIfAbsent(state, _ -> new ArrayDeque<>()).add(json);
    }

    /// The error that it ended with.
    private String run() {
        var names = new Substitutions(FILE).named();
        var interpreter = new Interpreter(this::called, time, new SplittableRandom(1), events::add);
        var execution =
                interpreter.start(StateMachine.load(FILE, names), "trial", Trial.json("{}"));
        while (execution.outcome().isEmpty() && time.step()) {
            mended.forEach(token -> execution.sendTaskSuccess(token, Trial.json("{}")));
            mended.clear();
        }
        return switch (execution.await()) {
            case Outcome.Failed(var failure) -> failure.error().orElseThrow();
            case Outcome ended -> ended.toString();
        };
    }

    private void called(TaskCall call, Answer answer) {
        if (call instanceof TaskCall.Invoke(var function, var payload, var origin)) {
            payloads.put(origin.state(), payload);
            var own = answers.getOrDefault(origin.state(), new ArrayDeque<>());
            var step = function.replaceFirst("Function$", "");
            var text = own.isEmpty() ? WELL.getOrDefault(step, "{}") : own.remove();
            if (text.isEmpty()) {
                answer.fail("dev.daybreak.fault.Denied", "on purpose");
            } else {
                answer.succeed(Trial.json(text));
            }
            origin.token().ifPresent(mended::add);
        }
    }

    private List<String> states() {
        return events.stream()
                .filter(event -> event.type().toString().endsWith("StateEntered"))
                .map(HistoryEvent::state)
                .toList();
    }
}
