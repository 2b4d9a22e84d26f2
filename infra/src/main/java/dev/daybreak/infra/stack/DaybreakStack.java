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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// Everything that runs one migration and the way back, but for the Aurora cluster itself.
public final class DaybreakStack extends Stack {
    /// The RBAC that a person applies, beside the templates.
    public static final String MANIFEST = "daybreak-rbac.yaml";

    private final Migration migration;
    private final Path settings;
    private final Layout layout;
    private final Base base;

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
        this.base = build();
    }

    public static String name(Migration migration) {
        return "daybreak-" + migration.name();
    }

    private Base build() {
        var alerts = new Alerts(this, migration);
        var aurora = new AuroraAsset(this, migration, layout.templates());
        var workflows = Workflows.in(layout.statemachines());
        var networking = new Networking(this, migration);
        var functions = new Functions(this, networking, alerts, workflows, layout.functions());
        var environment = Variables.of(settings, alerts, aurora);
        var steps = functions(functions, environment, alerts, aurora);
        var events = new DeadLetters(this, "EventLetters", "an event about an execution", alerts);
        var machines = new Machines(this, migration, alerts, events.queue());
        steps.forEach(step -> machines.knows(step, functions.alias(step.name())));
        var names = new TreeSet<>(workflows.byName().keySet());
        names.removeAll(DaysAfterStack.WORKFLOWS);
        names.forEach(name -> machines.add(name, workflows.named(name)));
        var migrate = machines.named("migrate");
        new ApprovalAge(this, migration, migrate.logs(), alerts);
        new KubernetesAccess(this, migration, steps, functions);
        var board =
                new Board(this, "Dashboard", name(migration))
                        .migration(migration, migrate, workflows.byName().keySet())
                        .parts(functions.aliases(), alerts.alarms(this));
        outputs(migrate, alerts, board.make());
        var deployed = deployed(alerts, aurora, List.of());
        return new Base(networking, alerts, workflows, functions, steps, environment, deployed);
    }

    /// What the stack of the days after builds on.
    record Base(
            Networking networking,
            Alerts alerts,
            Workflows workflows,
            Functions functions,
            List<Step> steps,
            SortedMap<String, String> environment,
            Deployed deployed) {
        Base {
            steps = List.copyOf(steps);
            environment = new TreeMap<>(environment);
        }
    }

    Base base() {
        return base;
    }

    private List<Step> functions(
            Functions functions,
            SortedMap<String, String> environment,
            Alerts alerts,
            AuroraAsset aurora) {
        var table = new Steps(migration);
        var others = table.migration(deployed(alerts, aurora, List.of()));
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
        var all = table.migration(deployed(alerts, aurora, judged));
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

    private void outputs(Machine migrate, Alerts alerts, String board) {
        output("StateMachineArn", migrate.machine().getStateMachineArn());
        output("AlertTopicArn", alerts.topic().getTopicArn());
        output("DashboardName", board);
        output("KubernetesCommand", "kubectl apply -f cdk.out/" + MANIFEST);
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
