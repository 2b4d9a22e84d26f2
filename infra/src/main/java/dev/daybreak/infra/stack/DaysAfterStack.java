package dev.daybreak.infra.stack;

import dev.daybreak.infra.Layout;
import dev.daybreak.infra.step.Steps;
import dev.daybreak.migration.Migration;
import java.util.Set;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// What runs in the days after a cutover: validation, and how the old instance is kept stopped and
/// taken away. A stack of its own, as CloudFormation takes 500 resources in one
/// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>).
public final class DaysAfterStack extends Stack {
    /// Whose state machines are here; all others are in [DaybreakStack].
    static final Set<String> WORKFLOWS = Set.of("decommission", "keep-stopped", "validate");

    private final Migration migration;

    /// @param first whose topic, network and functions are used
    public DaysAfterStack(
            Construct scope, Migration migration, Layout layout, DaybreakStack first) {
        super(
                scope,
                name(migration),
                StackProps.builder()
                        .description(
                                "Daybreak: watches Aurora, and takes %s away"
                                        .formatted(migration.source().instance()))
                        .env(Environment.builder().region(migration.region()).build())
                        .analyticsReporting(false)
                        .build());
        this.migration = migration;
        build(layout, first.base());
    }

    public static String name(Migration migration) {
        return DaybreakStack.name(migration) + "-after";
    }

    private void build(Layout layout, DaybreakStack.Base base) {
        var alerts = base.alerts();
        var functions =
                new Functions(
                        this, base.networking(), alerts, base.workflows(), layout.functions());
        var steps = new Steps(migration).daysAfter(base.deployed());
        steps.forEach(step -> functions.add(step, base.environment()));
        var letters =
                new DeadLetters(
                                this,
                                "DaysAfterLetters",
                                "an event about an execution, or a schedule's start",
                                alerts)
                        .queue();
        var machines = new Machines(this, migration, alerts, letters);
        steps.forEach(step -> machines.knows(step, functions.alias(step.name())));
        base.steps().forEach(step -> machines.knows(step, base.functions().alias(step.name())));
        WORKFLOWS.stream()
                .sorted()
                .forEach(name -> machines.add(name, base.workflows().named(name)));
        new KubernetesAccess(this, migration, steps, functions);
        schedule(machines, letters);
        var board =
                new Board(this, "DaysAfterDashboard", name(migration))
                        .parts(functions.aliases(), alerts.alarms(this));
        CfnOutput.Builder.create(this, "DashboardName").value(board.make()).build();
    }

    private void schedule(Machines machines, Queue letters) {
        var keepStopped = machines.named("keep-stopped");
        var schedules = new Schedules(this, migration, DaybreakStack.name(migration), letters);
        schedules.daily(
                "validate", migration.validation().time(), "{}", machines.named("validate"));
        schedules.daily(
                "keep-stopped",
                migration.keepStopped().time(),
                "{\"schedule\":\"keep-stopped\"}",
                keepStopped);
        schedules.wheneverItStarts(keepStopped, letters);
    }
}
