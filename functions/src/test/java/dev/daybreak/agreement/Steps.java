package dev.daybreak.agreement;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.daybreak.runtime.StepHandler;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The steps as the jar has them.
final class Steps {
    private static final List<Class<?>> HANDLERS =
            new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPackages("dev.daybreak")
                            .stream()
                            .filter(one -> one.isAssignableTo(StepHandler.class))
                            .filter(one -> !one.isEquivalentTo(StepHandler.class))
                            .<Class<?>>map(JavaClass::reflect)
                            .toList();

    private static final Map<String, Class<?>> STEPS =
            HANDLERS.stream()
                    .map(Steps::stepOf)
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /// Steps that no workflow calls, and what starts each.
    static final Map<String, String> STARTED_OTHERWISE =
            Map.of("NotifySlack", "a subscription of the alerts' topic");

    private Steps() {}

    static List<Class<?>> handlers() {
        return HANDLERS;
    }

    /// The steps by their simple names.
    static Map<String, Class<?>> byName() {
        return STEPS;
    }

    static Class<?> stepOf(Class<?> handler) {
        return load(handler.getName().replaceFirst("Handler$", ""));
    }

    static Class<?> order(Class<?> step) {
        return load(step.getName() + "$Order");
    }

    static List<Class<?>> answers(Class<?> step) {
        return List.of(load(step.getName() + "$Answer").getPermittedSubclasses());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException _) {
            throw new AssertionError("There is no class " + name);
        }
    }
}
