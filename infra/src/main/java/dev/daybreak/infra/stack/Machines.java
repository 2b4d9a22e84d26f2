package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Step;
import dev.daybreak.infra.step.Workflow;
import dev.daybreak.migration.Migration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// The state machines of one stack, with what tells of their endings.
final class Machines {
    private final Construct scope;
    private final Migration migration;
    private final Alerts alerts;
    private final Queue letters;
    private final Map<Step, Alias> aliases = new LinkedHashMap<>();
    private final SortedMap<String, Machine> made = new TreeMap<>();

    Machines(Construct scope, Migration migration, Alerts alerts, Queue letters) {
        this.scope = scope;
        this.migration = migration;
        this.alerts = alerts;
        this.letters = letters;
    }

    /// A function that a workflow may call.
    void knows(Step step, Alias alias) {
        aliases.put(step, alias);
    }

    void add(String name, Workflow workflow) {
        var called =
                aliases.entrySet().stream()
                        .filter(one -> workflow.calls(one.getKey()))
                        .collect(
                                Collectors.toMap(
                                        one -> one.getKey().placeholder(),
                                        Map.Entry::getValue,
                                        (one, _) -> one,
                                        TreeMap::new));
        var substitutions = new TreeMap<String, String>();
        called.forEach((placeholder, one) -> substitutions.put(placeholder, one.getFunctionArn()));
        if (workflow.publishes()) {
            substitutions.put(Workflow.TOPIC, alerts.topic().getTopicArn());
        }
        var machine =
                new Machine(
                        scope, migration, name, workflow, substitutions, called.values(), alerts);
        new Endings(scope, migration, name, machine.machine(), alerts, letters);
        made.put(name, machine);
    }

    Machine named(String name) {
        return Optional.ofNullable(made.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no workflow " + name));
    }
}
