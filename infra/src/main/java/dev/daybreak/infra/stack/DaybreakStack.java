package dev.daybreak.infra.stack;

import dev.daybreak.aws.Duty;
import dev.daybreak.infra.Layout;
import dev.daybreak.infra.step.Deployed;
import dev.daybreak.infra.step.Step;
import dev.daybreak.infra.step.Steps;
import dev.daybreak.infra.step.Workflows;
import dev.daybreak.migration.Migration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// Everything that runs one migration, but for the Aurora cluster itself.
public final class DaybreakStack extends Stack {
    /// The RBAC that a person applies, beside the templates.
    public static final String MANIFEST = "daybreak-rbac.yaml";

    private final Migration migration;
    private final Path settings;
    private final Layout layout;

    public DaybreakStack(Construct scope, Migration migration, Path settings, Layout layout) {
        super(
                scope,
                name(migration),
                StackProps.builder()
                        .description(
                                "Daybreak: moves %s to Aurora"
                                        .formatted(migration.source().instance()))
                        .env(Environment.builder().region(migration.region()).build())
                        .analyticsReporting(false)
                        .build());
        this.migration = migration;
        this.settings = settings;
        this.layout = layout;
        build();
    }

    public static String name(Migration migration) {
        return "daybreak-" + migration.name();
    }

    private void build() {
        var alerts = new Alerts(this, migration);
        var aurora = new AuroraAsset(this, migration, layout.templates());
        var workflows = Workflows.in(layout.statemachines());
        var functions =
                new Functions(
                        this,
                        new Networking(this, migration),
                        alerts,
                        workflows,
                        layout.functions());
        var steps = functions(functions, alerts, aurora);
        var events = new DeadLetters(this, "EventLetters", "an event about an execution", alerts);
        var machines = machines(workflows, steps, functions, alerts, events.queue());
        var migrate = machine(machines, "migrate");
        new ApprovalAge(this, migration, migrate.logs(), alerts);
        new KubernetesAccess(this, migration, steps, functions);
        var letters = events.queue();
        var schedules = new Schedules(this, migration, name(migration), letters);
        schedules.daily(
                "validate", migration.validation().time(), "{}", machine(machines, "validate"));
        schedules.daily(
                "keep-stopped",
                migration.keepStopped().time(),
                "{\"schedule\":\"keep-stopped\"}",
                machine(machines, "keep-stopped"));
        schedules.wheneverItStarts(machine(machines, "keep-stopped"), letters);
        var board = new Board(this, migration, migrate, functions.aliases(), alerts.alarms());
        outputs(migrate, alerts, board);
    }

    private List<Step> functions(Functions functions, Alerts alerts, AuroraAsset aurora) {
        var environment = Variables.of(settings, alerts, aurora);
        var table = new Steps(migration);
        var others = table.table(deployed(alerts, aurora, List.of()));
        if (migration.alerts().slackWebhook().isPresent()) {
            tellSlack(functions, environment, alerts);
        }
        others.stream()
                .filter(step -> !step.name().equals(Steps.PREFLIGHT))
                .forEach(step -> functions.add(step, environment));
        var roles = roles(functions);
        var known = new TreeMap<>(environment);
        known.put("DAYBREAK_ROLES", toJsonString(roles));
        var judged = roles.values().stream().distinct().toList();
        var all = table.table(deployed(alerts, aurora, judged));
        all.stream()
                .filter(step -> step.name().equals(Steps.PREFLIGHT))
                .forEach(step -> functions.add(step, known));
        return all;
    }

    private void tellSlack(
            Functions functions, SortedMap<String, String> environment, Alerts alerts) {
        var letters = new DeadLetters(this, "SlackLetters", "a message to Slack", alerts).queue();
        new Steps(migration)
                .slack(letters.getQueueArn())
                .ifPresent(
                        step -> {
                            functions.add(step, environment);
                            alerts.subscribe(functions.alias(step.name()), letters);
                        });
    }

    private static Deployed deployed(Alerts alerts, AuroraAsset aurora, List<String> judged) {
        return new Deployed(
                alerts.topic().getTopicArn(),
                alerts.key().getKeyArn(),
                aurora.object(),
                aurora.builder().getRoleArn(),
                judged);
    }

    /// Whose role has a duty; preflight asks IAM about these.
    private SortedMap<String, String> roles(Functions functions) {
        var roles = new TreeMap<String, String>();
        for (var duty : Duty.values()) {
            duty.step()
                    .filter(functions::has)
                    .ifPresent(step -> roles.put(duty.name(), functions.role(step).getRoleArn()));
        }
        return roles;
    }

    private static Machine machine(SortedMap<String, Machine> machines, String name) {
        return Optional.ofNullable(machines.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no workflow " + name));
    }

    private SortedMap<String, Machine> machines(
            Workflows workflows,
            List<Step> steps,
            Functions functions,
            Alerts alerts,
            Queue deadLetters) {
        var machines = new TreeMap<String, Machine>();
        workflows
                .byName()
                .forEach(
                        (name, workflow) -> {
                            var called = steps.stream().filter(workflow::calls).toList();
                            var machine =
                                    new Machine(
                                            this,
                                            migration,
                                            name,
                                            workflow,
                                            substitutions(called, functions, alerts),
                                            called.stream()
                                                    .map(step -> functions.alias(step.name()))
                                                    .toList(),
                                            alerts);
                            new Endings(
                                    this, migration, name, machine.machine(), alerts, deadLetters);
                            machines.put(name, machine);
                        });
        return machines;
    }

    private static SortedMap<String, String> substitutions(
            List<Step> steps, Functions functions, Alerts alerts) {
        var substitutions = new TreeMap<String, String>();
        steps.forEach(
                step ->
                        substitutions.put(
                                step.placeholder(), functions.alias(step.name()).getFunctionArn()));
        substitutions.put("AlertTopic", alerts.topic().getTopicArn());
        return substitutions;
    }

    private void outputs(Machine migrate, Alerts alerts, Board board) {
        output("StateMachineArn", migrate.machine().getStateMachineArn());
        output("AlertTopicArn", alerts.topic().getTopicArn());
        output("DashboardName", board.name());
        output("KubernetesCommand", "kubectl apply -f cdk.out/" + MANIFEST);
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
