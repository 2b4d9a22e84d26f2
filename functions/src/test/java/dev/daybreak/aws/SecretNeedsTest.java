package dev.daybreak.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.agreement.NoContext;
import dev.daybreak.aurora.RemoveAuroraHandler;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.FakeFences;
import dev.daybreak.fakes.World;
import dev.daybreak.fence.AdmitReadersHandler;
import dev.daybreak.fence.FenceHandler;
import dev.daybreak.fence.LiftFenceHandler;
import dev.daybreak.host.RestoreHostHandler;
import dev.daybreak.host.SwapHostHandler;
import dev.daybreak.ports.Secrets;
import dev.daybreak.role.KeepPasswordHandler;
import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.verify.VerifyHandler;
import dev.daybreak.wayback.RememberHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is asked of a function's role is what the function does with secrets, no more and no less.
class SecretNeedsTest {
    private static final String OPEN = "{'everyone':true,'roles':['application','owner']}";

    /// What [AwsSecrets] calls for each method of the port.
    private static final Map<String, List<String>> ACTIONS =
            Map.of(
                    "describe", List.of("DescribeSecret"),
                    "current", List.of("GetSecretValue"),
                    "create", List.of("CreateSecret", "TagResource"),
                    "add", List.of("PutSecretValue"),
                    "label", List.of("DescribeSecret", "UpdateSecretVersionStage"),
                    "unlabel", List.of("DescribeSecret", "UpdateSecretVersionStage"),
                    "makeCurrent", List.of("DescribeSecret", "UpdateSecretVersionStage"));

    record Trial(Duty duty, Function<Wiring, StepHandler<?>> handler, String order) {
        @Override
        public String toString() {
            return duty.name();
        }
    }

    static Stream<Trial> trials() {
        return Stream.of(
                new Trial(Duty.PASSWORD, KeepPasswordHandler::new, "{}"),
                new Trial(Duty.REMEMBER, RememberHandler::new, "{}"),
                new Trial(Duty.FENCE, FenceHandler::new, "{'side':'RDS'}"),
                new Trial(Duty.ADMIT, AdmitReadersHandler::new, "{'access':" + OPEN + "}"),
                new Trial(Duty.LIFT, LiftFenceHandler::new, "{'side':'RDS','access':" + OPEN + "}"),
                new Trial(Duty.SWAP, SwapHostHandler::new, "{'run':'run-1','before':'v1'}"),
                new Trial(
                        Duty.RESTORE,
                        RestoreHostHandler::new,
                        "{'run':'run-1','before':'v1','beforeHost':'before','beforePort':5432,'host':'%s'}"
                                .formatted(Examples.RDS_HOST)),
                new Trial(
                        Duty.VERIFY,
                        VerifyHandler::new,
                        "{'side':'AURORA','since':'2026-03-01T20:00:00Z'}"),
                new Trial(
                        Duty.REMOVAL,
                        RemoveAuroraHandler::new,
                        "{'run':'run-1','since':'2026-03-01T20:00:00Z'}"));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void whatIsAskedIsWhatIsDone(Trial trial) throws IOException {
        var world = new World();
        world.fences.put(World.AURORA, FakeFences.SHUT);
        var done = new TreeSet<String>();
        var handler = trial.handler().apply(spied(world.wiring(), done));

        handler.handleRequest(
                new ByteArrayInputStream(trial.order().replace('\'', '"').getBytes(UTF_8)),
                OutputStream.nullOutputStream(),
                new NoContext());

        assertThat(handler.getClass().getSimpleName())
                .isEqualTo(trial.duty().step().orElseThrow() + "Handler");
        assertThat(done).isEqualTo(asked(world, trial.duty()));
    }

    @Test
    void everyDutyIsThatOfAFunctionButCloudFormations() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var handlers = files.map(file -> file.getFileName().toString()).toList();

            assertThat(Duty.values())
                    .filteredOn(duty -> duty != Duty.BUILD)
                    .allSatisfy(
                            duty ->
                                    assertThat(handlers)
                                            .contains(duty.step().orElseThrow() + "Handler.java"));
        }
        assertThat(Duty.BUILD.step()).isEmpty();
    }

    private static Set<String> asked(World world, Duty duty) {
        var home = new Need.Home("aws", "us-east-1", "123456789012");
        var known =
                new Need.Known(Examples.SECRET, Examples.OWNER_SECRET, "topic", Optional.empty());
        var asked = new TreeSet<String>();
        Need.of(world.migration, home, known).stream()
                .filter(need -> need.duty() == duty)
                .forEach(
                        need ->
                                need.actions().stream()
                                        .filter(action -> action.startsWith("secretsmanager:"))
                                        .forEach(
                                                action ->
                                                        asked.add(
                                                                action.split(":", 2)[1]
                                                                        + " "
                                                                        + named(need.resource()))));
        return asked;
    }

    private static String named(String resource) {
        return resource.replaceFirst("^arn:.*:secret:", "").replaceFirst("-checks$", "");
    }

    private static Wiring spied(Wiring w, Set<String> done) {
        return new Wiring(
                w.migration(),
                w.clock(),
                w.password(),
                w.instances(),
                w.snapshots(),
                w.clusters(),
                w.stacks(),
                spied(w.secrets(), done),
                w.alerts(),
                w.webhooks(),
                w.permissions(),
                w.application(),
                w.deployments(),
                w.scalers(),
                w.externalSecrets(),
                w.databases(),
                w.fences(),
                w.comparisons(),
                w.daysAfter());
    }

    /// Daybreak's own secret is not there yet where somebody looks for it.
    private static Secrets spied(Secrets secrets, Set<String> done) {
        return (Secrets)
                Proxy.newProxyInstance(
                        Secrets.class.getClassLoader(),
                        new Class<?>[] {Secrets.class},
                        (_, method, arguments) -> {
                            ACTIONS.getOrDefault(method.getName(), List.of())
                                    .forEach(action -> done.add(action + " " + arguments[0]));
                            return switch (method.getName()) {
                                case "describe" -> Optional.empty();
                                case "create" -> null;
                                default -> invoke(method, secrets, arguments);
                            };
                        });
    }

    private static Object invoke(Method method, Secrets secrets, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(secrets, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
