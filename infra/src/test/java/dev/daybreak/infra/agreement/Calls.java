package dev.daybreak.infra.agreement;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads the handlers' own code: what each can come to call, through its step, the ports and their
/// implementations.
final class Calls {
    private static final String OURS = "dev.daybreak.";
    private static final String PORTS = "dev.daybreak.ports";
    private static final String KUBERNETES = "dev.daybreak.kubernetes";
    private static final String SERVICES = "software.amazon.awssdk.services.";

    /// Where IAM says otherwise than the SDK.
    private static final Map<String, String> PREFIXES = Map.of("sfn", "states");

    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .importPath(
                            java.nio.file.Path.of("../functions/target/classes")
                                    .toAbsolutePath()
                                    .normalize());

    private final Set<JavaCodeUnit> seen = new LinkedHashSet<>();
    private final SortedSet<String> actions = new TreeSet<>();

    private Calls() {}

    /// @param handler a class's name
    static Calls of(String handler) {
        var calls = new Calls();
        var shell = ALL.get(handler);
        calls.follow(shell.getConstructors().stream().map(JavaCodeUnit.class::cast));
        return calls;
    }

    /// The SDK's calls, in IAM's words.
    SortedSet<String> actions() {
        return actions;
    }

    /// Whether this code may run.
    boolean comesTo(String type, String method) {
        return seen.stream()
                .anyMatch(
                        unit ->
                                unit.getOwner().getName().equals(type)
                                        && unit.getName().equals(method));
    }

    private void follow(Stream<JavaCodeUnit> from) {
        var open = new ArrayDeque<JavaCodeUnit>(from.toList());
        while (!open.isEmpty()) {
            var unit = open.pop();
            if (!isRoot(unit) && seen.add(unit)) {
                unit.getAccessesFromSelf().forEach(access -> visit(access, open));
            }
        }
    }

    /// What puts the live world together knows every port; a step gets only some of them.
    private static boolean isRoot(JavaCodeUnit unit) {
        return unit.getFullName().startsWith("dev.daybreak.runtime.Wiring.live");
    }

    private void visit(JavaAccess<?> access, ArrayDeque<JavaCodeUnit> open) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        if (owner.getName().startsWith(SERVICES) && owner.getSimpleName().endsWith("Client")) {
            actions.add(action(owner, name));
        } else if (owner.getName().startsWith(OURS)
                && ALL.contain(owner.getName())
                && access.getTarget() instanceof CodeUnitAccessTarget target) {
            targets(ALL.get(owner.getName()), target).forEach(open::push);
        }
    }

    private static Stream<JavaCodeUnit> targets(JavaClass owner, CodeUnitAccessTarget target) {
        var name = target.getName();
        var heirs =
                name.equals(JavaConstructor.CONSTRUCTOR_NAME)
                        ? Stream.of(owner)
                        : Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream());
        var units = heirs.flatMap(heir -> units(heir, name)).filter(unit -> takes(unit, target));
        return Stream.concat(units, handed(owner));
    }

    /// Of several methods of one name, the one that is meant.
    private static boolean takes(JavaCodeUnit unit, CodeUnitAccessTarget target) {
        return names(unit.getRawParameterTypes()).equals(names(target.getRawParameterTypes()));
    }

    private static List<String> names(List<JavaClass> types) {
        return types.stream().map(JavaClass::getName).toList();
    }

    /// What the live wiring hands to a port's implementation as a function, and is called by it:
    /// the address of the Kubernetes API, and the URL of a webhook.
    private static Stream<JavaCodeUnit> handed(JavaClass port) {
        if (!port.getPackageName().equals(PORTS)) {
            return Stream.empty();
        }
        var isKubernetes =
                port.getAllSubclasses().stream()
                        .anyMatch(heir -> heir.getPackageName().equals(KUBERNETES));
        if (isKubernetes) {
            return units(ALL.get("dev.daybreak.runtime.Live"), "cluster");
        }
        return port.getSimpleName().equals("Webhooks")
                ? units(ALL.get("dev.daybreak.aws.AwsSecrets"), "text")
                : Stream.empty();
    }

    private static Stream<JavaCodeUnit> units(JavaClass owner, String name) {
        return owner.getCodeUnits().stream().filter(unit -> unit.getName().equals(name));
    }

    /// `RdsClient.describeDBInstances` is `rds:DescribeDBInstances`.
    private static String action(JavaClass client, String method) {
        var service = client.getPackageName().substring(SERVICES.length());
        var prefix = PREFIXES.getOrDefault(service, service);
        var call = method.replaceFirst("Paginator$", "");
        return prefix + ":" + Character.toUpperCase(call.charAt(0)) + call.substring(1);
    }
}
