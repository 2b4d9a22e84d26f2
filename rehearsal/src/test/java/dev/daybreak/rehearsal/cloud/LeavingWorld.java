package dev.daybreak.rehearsal.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.alert.Alert;
import dev.daybreak.database.Address;
import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Session;
import dev.daybreak.migration.Migration;
import dev.daybreak.note.Day;
import dev.daybreak.note.Days;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Streams;
import dev.daybreak.proof.Holding;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.Interpreter;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.rehearsal.asl.Tasks;
import dev.daybreak.rehearsal.clock.VirtualTime;
import dev.daybreak.rehearsal.cloud.template.Templates;
import dev.daybreak.rehearsal.lambda.Functions;
import dev.daybreak.rehearsal.lambda.Lambda;
import dev.daybreak.rehearsal.lambda.Substitutions;
import dev.daybreak.runtime.DaysAfter;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Json;
import dev.daybreak.runtime.Leaving;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.stack.StackResource;
import dev.daybreak.straggler.Refusals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The days after a move, in virtual time: the deployed state machines and handlers, the stand-in
/// cloud, and databases that only know what they hold.
final class LeavingWorld {
    static final String SECRET = "mosaic/prod/rds/credentials";
    static final String OLD = "mosaic-prod-rds";
    static final String PASSWORD = "s3cret-of-the-app";
    static final Holding HELD = new Holding("5c", 7, 4711, "da7a");
    private static final Instant START = Instant.parse("2026-12-04T09:00:00Z");

    final VirtualTime time = VirtualTime.startingAt(START);
    final FakePark park = new FakePark();
    final Cloud cloud =
            new Cloud(
                    new Surroundings(
                            time,
                            work -> time.after(Duration.ofSeconds(20), work),
                            Calls.UNHEARD,
                            park,
                            Delays.BRISK),
                    TestCloud.source("available"),
                    List.of("16.15"),
                    Templates.deployed());
    final List<String> asked = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    final Set<String> running = new HashSet<>();
    List<Session> sessions = List.of();
    Holding restored = HELD;
    private final Migration migration;
    private final Wiring wiring;

    LeavingWorld(String decommission) {
        migration = migration(decommission);
        wiring = wiring();
        moveToAurora();
        pass(Duration.ofMinutes(1));
        cloud.life().listen(this::hear);
        tick();
    }

    Journal journal() {
        return wiring.journal();
    }

    /// EventBridge's rule.
    private void hear(InstanceEvent event) {
        time.soon(
                () ->
                        start(
                                "keep-stopped",
                                Map.of(
                                        "detail",
                                        Map.of(
                                                "EventID", event.id(),
                                                "SourceIdentifier", event.instance()))));
    }

    /// AWS looks what was stopped for too long, and each day is validated.
    private void tick() {
        cloud.life().startOverdue();
        green(7);
        time.after(Duration.ofHours(1), this::tick);
    }

    void green(int days) {
        var today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        journal()
                .write(
                        new Days(
                                IntStream.range(0, days)
                                        .mapToObj(ago -> new Day(today.minusDays(ago), List.of()))
                                        .toList()));
    }

    void pass(Duration span) {
        var until = time.instant().plus(span);
        time.after(span, () -> {});
        time.runUntil(() -> !time.instant().isBefore(until));
    }

    Execution start(String machine, Map<String, Object> input) {
        var file = Path.of("..", "statemachine", machine + ".asl.json");
        var functions = Functions.with(wiring, 1);
        var lambda = new Lambda(functions, (_, _) -> {});
        var holder = new ArrayList<Execution>();
        var interpreter =
                new Interpreter(
                        Tasks.blocking(Runnable::run, call -> call(lambda, call, holder)),
                        time,
                        new SplittableRandom(1),
                        _ -> {});
        var execution =
                interpreter.start(
                        StateMachine.load(file, new Substitutions(file).named()),
                        machine + "-" + (running.size() + 1),
                        Json.MAPPER.valueToTree(input));
        holder.add(execution);
        running.add(execution.arn());
        return execution;
    }

    Execution run(String machine, Map<String, Object> input) {
        var execution = start(machine, input);
        time.runUntil(() -> execution.outcome().isPresent());
        running.remove(execution.arn());
        return execution;
    }

    private JsonNode call(Lambda lambda, TaskCall call, List<Execution> holder) throws IOException {
        var answer = lambda.call(call);
        if (call instanceof TaskCall.Invoke invoke && invoke.origin().token().isPresent()) {
            var question = invoke.payload().path("question").asText();
            asked.add(question);
            var token = invoke.origin().token().get();
            var approved = !answers.contains("no to " + question);
            time.after(
                    Duration.ofHours(2),
                    () ->
                            holder.getFirst()
                                    .sendTaskSuccess(
                                            token,
                                            Json.MAPPER
                                                    .createObjectNode()
                                                    .put("approved", approved)));
        }
        return answer;
    }

    List<Alert> told() {
        return cloud.alerts().sent().stream()
                .map(Sns.Sent::alert)
                .filter(one -> one.level() != Alert.Level.ASK)
                .toList();
    }

    String status() {
        return cloud.instances().find(TestCloud.DB).map(one -> one.status()).orElse("none");
    }

    List<String> deeds() {
        return cloud.life().deeds().stream()
                .filter(one -> one.instance().equals(TestCloud.DB))
                .map(one -> one.what() + " by " + one.by())
                .toList();
    }

    private void moveToAurora() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("engine", "postgres");
        fields.put("username", "app");
        fields.put("password", PASSWORD);
        fields.put("host", "127.0.0.3");
        fields.put("port", 25_432);
        fields.put("dbname", "app");
        cloud.secrets().create(SECRET, new SecretFields(fields), Map.of());
        fields.put("username", "daybreak");
        cloud.secrets().create(migration.secret().own(), new SecretFields(fields), Map.of());
        cloud.snapshots().take("first", TestCloud.DB, Map.of());
        pass(Duration.ofMinutes(5));
        var arn = cloud.snapshots().find("first").orElseThrow().arn();
        cloud.stacks().create(TestCloud.order(TestCloud.AURORA, "t", Map.of("SnapshotArn", arn)));
        pass(Duration.ofMinutes(30));
        cloud.changes().describe(TestCloud.AURORA, "{\"Resources\": {\"Cluster\": {}}}");
        var secret = cloud.secrets().describe(SECRET).orElseThrow().arn();
        cloud.changes()
                .plant(
                        OLD,
                        """
                        {"Resources": {
                          "Attachment": {"Type": "AWS::SecretsManager::SecretTargetAttachment"},
                          "Credentials": {"Type": "AWS::SecretsManager::Secret"},
                          "Group": {"Type": "AWS::EC2::SecurityGroup"},
                          "AppRole": {"Type": "AWS::IAM::Role", "Properties":
                            {"AssumeRolePolicyDocument": {"Statement": []}}}}}
                        """,
                        List.of(
                                new StackResource(
                                        "Attachment",
                                        "AWS::SecretsManager::SecretTargetAttachment",
                                        secret),
                                new StackResource(
                                        "Credentials", "AWS::SecretsManager::Secret", secret),
                                new StackResource("Group", "AWS::EC2::SecurityGroup", "sg-1"),
                                new StackResource("AppRole", "AWS::IAM::Role", "core-api")));
    }

    private Wiring wiring() {
        return new Wiring(
                migration,
                time,
                () -> "new",
                cloud.instances(),
                cloud.snapshots(),
                cloud.clusters(),
                cloud.stacks(),
                cloud.secrets(),
                cloud.alerts(),
                (_, _) -> {},
                List::of,
                _ -> new dev.daybreak.ports.Application.Answer(200, ""),
                port(dev.daybreak.ports.Deployments.class),
                port(dev.daybreak.ports.Scalers.class),
                port(dev.daybreak.ports.ExternalSecrets.class),
                port(Databases.class),
                port(dev.daybreak.ports.Fences.class),
                port(dev.daybreak.ports.Comparisons.class),
                new DaysAfter(
                        cloud.notes(),
                        running::contains,
                        port(Streams.class),
                        port(dev.daybreak.ports.Metrics.class),
                        (_, _, _) -> new Refusals(List.of(), true),
                        port(dev.daybreak.ports.PodLogs.class),
                        port(dev.daybreak.ports.Soundings.class),
                        new Leaving(
                                cloud.life(),
                                cloud.changes(),
                                (address, _) -> isTrial(address) ? restored : HELD)));
    }

    private static boolean isTrial(Address address) {
        return address.host().equals("127.0.0.4");
    }

    /// Databases that let everybody in, streams that are closed at once; nothing else is asked.
    private <T> T port(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) -> answered(method)));
    }

    private Object answered(Method method) {
        return switch (method.getName()) {
            case "login" -> new Login.Accepted("16.15");
            case "sessions" -> sessions;
            case "facts" -> FACTS;
            case "unsubscribe", "dropSlot" -> true;
            default -> throw new AssertionError("nobody asks for " + method);
        };
    }

    private static final Facts FACTS =
            new Facts(
                    "16.15",
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    0,
                    0,
                    0,
                    Duration.ZERO,
                    List.of(),
                    Map.of(),
                    1,
                    List.of(),
                    "app",
                    true);

    private static Migration migration(String decommission) {
        try {
            var text =
                    Files.readString(Path.of("..", "migration.json"))
                            .replaceFirst("\\{", "{\"decommission\": " + decommission + ",");
            return MigrationJson.read(text) instanceof MigrationJson.Reading.Read(var read)
                    ? read
                    : fail(MigrationJson.read(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Migration fail(Object reading) {
        throw new AssertionError(reading);
    }
}
