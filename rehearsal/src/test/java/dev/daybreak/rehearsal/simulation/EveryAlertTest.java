package dev.daybreak.rehearsal.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.rehearsal.simulation.fault.Site;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every message of `docs/alerts.md` is provoked: the deployed workflows and handlers live through
/// what leads to it.
class EveryAlertTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path PAGE = REPOSITORY.resolve("docs/alerts.md");
    private static final Path TESTS = Path.of("src/test/java/dev/daybreak/rehearsal");
    private static final Pattern ATTRIBUTES = Pattern.compile("(?m)^\\[(.* = .*)]$");
    private static final Workflows WORKFLOWS = workflows();
    private static final long SEED = 3;

    /// Each message, the life that it is sent in, and the faults that lead to it.
    private static final String LIVES =
            """
            Approval                    MOVE
            FINISHED                    MOVE
            REFUSED                     MOVE     migrate.Quiesce:STARTED_TWICE
            STOPPED                     MOVE     migrate.TakeSnapshot:DENIED
            RETURNED                    MOVE     migrate.Quiesce:DENIED
            CLUSTER_LEFT                MOVE     migrate.Quiesce:DENIED migrate.RemoveLeftovers:DENIED
            RETURN                      MOVE     migrate.Quiesce:DENIED migrate.LiftFence:DENIED
            SCALERS                     MOVE     migrate.RestoreScalers:DENIED
            STREAM                      MOVE     migrate.OpenStream:DENIED
            ROLLED_BACK                 GO_BACK
            ROLLBACK_REFUSED            GO_BACK  rollback.Quiesce:STARTED_TWICE
            ROLLBACK_STOPPED            GO_BACK  rollback.LookBack:DENIED
            ROLLBACK_STILL_UNFINISHED   GO_BACK  rollback.Quiesce:EXECUTION_STOPPED rollback.LookBack+:DENIED
            ROLLBACK_UNDONE             GO_BACK  rollback.Quiesce:DENIED
            ROLLBACK                    GO_BACK  rollback.Resume:DENIED
            ROLLBACK_UNDO               GO_BACK  rollback.Quiesce:DENIED rollback.OpenAurora:DENIED
            VALIDATION/well             GO_BACK
            VALIDATION/findings         GO_BACK  validate.CheckAurora:DENIED
            KEEP_STOPPED_EXERCISED      LEAVE
            KEEP_STOPPED_LEFT_ALONE     LEAVE    keep-stopped.LookAwake:STARTED_BY_HAND
            KEEP_STOPPED_STOPPED_AGAIN  LEAVE    decommission.AwaitStopped:SCHEDULE_MISSED
            KEEP_STOPPED_UNWELL         LEAVE    keep-stopped.CheckAwake:DENIED
            KEEP_STOPPED_STILL_RUNNING  LEAVE    keep-stopped.StopInstance:DENIED
            Approval/Leave              LEAVE
            Approval/Delete             LEAVE
            DECOMMISSION_FINISHED       LEAVE
            DECOMMISSION_REFUSED        LEAVE    decommission.EndSubscription:STARTED_TWICE
            DECOMMISSION_STOPPED        LEAVE    decommission.TakeLastSnapshot:DENIED
            """;

    /// What no modelled life comes to, and the test that provokes it.
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "STAYED_ON_AURORA",
                    "asl/ReturnTest.staysOnAuroraWhereTheApplicationWroteThere",
                    "DECOMMISSION_SECRET_HARMED",
                    "cloud/LeavingTest.aSecretThatAStackOperationHarmsIsMendedAndTold");

    @Test
    void noMessageIsLeftOut() throws IOException {
        var provoked = new TreeSet<>(ELSEWHERE.keySet());
        lives().forEach(life -> provoked.add(life.getFirst()));

        assertThat(provoked).isEqualTo(onThePage());
        for (var test : ELSEWHERE.values()) {
            var parts = test.split("\\.", 2);
            assertThat(TESTS.resolve(parts[0] + ".java"))
                    .content()
                    .contains("void %s()".formatted(parts[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void isProvoked(List<String> life) {
        var scenario = Scenario.valueOf(life.get(1));
        var plan = FaultPlan.NONE;
        for (var fault : life.subList(2, life.size())) {
            plan = with(plan, scenario, fault);
        }
        var told = new Trial(scenario, SEED, plan).run(WORKFLOWS).alerts();

        assertThat(told.stream().map(Alert::attributes).map(EveryAlertTest::key))
                .contains(life.getFirst());
    }

    static List<List<String>> lives() {
        return LIVES.lines().map(line -> Arrays.asList(line.split(" +", -1))).toList();
    }

    /// The fault at the state's first call (`+`: when the life comes there for the last time), in a
    /// life with those before it.
    private static FaultPlan with(FaultPlan before, Scenario scenario, String fault) {
        var parts = fault.split(":", 2);
        var simulation = new Simulation(WORKFLOWS, scenario, SEED, before);
        var state = parts[0].replace("+", "");
        var calls =
                simulation.recording().run().sites().stream()
                        .filter(site -> isAt(site, state))
                        .filter(Site::isFirst)
                        .map(Site::number)
                        .toList();
        var call = state.equals(parts[0]) ? calls.getFirst() : calls.getLast();
        var faults = new ArrayList<>(before.faults());
        faults.addAll(FaultPlan.read(call + ":" + parts[1]).faults());
        return new FaultPlan(faults);
    }

    private static boolean isAt(Site site, String place) {
        return place.equals(site.workflow() + "." + site.state());
    }

    private static Set<String> onThePage() throws IOException {
        return ATTRIBUTES
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1).split(", ", -1))
                .map(EveryAlertTest::attributes)
                .map(EveryAlertTest::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> attributes(String... pairs) {
        var attributes = new TreeMap<String, String>();
        for (var pair : pairs) {
            var parts = pair.split(" = ", 2);
            attributes.put(parts[0], parts[1]);
        }
        return attributes;
    }

    /// A message's kind; a question's and a day's are more than one.
    private static String key(Map<String, String> attributes) {
        var kind = attributes.getOrDefault("kind", "-");
        if (attributes.containsKey("question")) {
            return kind + "/" + attributes.get("question");
        }
        if (!attributes.containsKey("findings")) {
            return kind;
        }
        return kind + (attributes.get("findings").equals("-") ? "/well" : "/findings");
    }

    private static Workflows workflows() {
        return MigrationJson.read(REPOSITORY.resolve("migration.json"))
                        instanceof Reading.Read(Migration migration)
                ? Workflows.load(REPOSITORY, migration)
                : Workflows.load(REPOSITORY, refused());
    }

    private static Migration refused() {
        throw new AssertionError("migration.json is not good");
    }
}
