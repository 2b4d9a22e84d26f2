package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Step;
import dev.daybreak.infra.step.Workflows;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// The functions: all from one jar, each with its own role, log group, version, alias and alarms.
final class Functions extends Construct {
    private static final int MEMORY_MIB = 1024;
    private static final String ALIAS = "live";

    /// The workflow tries again after a passing fault; only one that comes again and again is news.
    private static final int ERRORS_MAX = 3;

    private final SortedMap<String, Alias> aliases = new TreeMap<>();
    private final SortedMap<String, Role> roles = new TreeMap<>();
    private final Roles roleMaker;
    private final Networking networking;
    private final Alerts alerts;
    private final Workflows workflows;
    private final Code code;

    Functions(
            Construct scope, Networking networking, Alerts alerts, Workflows workflows, Path code) {
        super(scope, "Functions");
        this.roleMaker = new Roles(this);
        this.networking = networking;
        this.alerts = alerts;
        this.workflows = workflows;
        this.code = Code.fromAsset(code.toString());
    }

    void add(Step step, SortedMap<String, String> environment) {
        var logs =
                LogGroup.Builder.create(this, step.name() + "Logs")
                        .retention(RetentionDays.THREE_MONTHS)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        var role = roleMaker.of(step, logs);
        var function =
                Function.Builder.create(this, step.name())
                        .description("Daybreak: %s".formatted(step.name()))
                        .runtime(Runtime.JAVA_25)
                        .architecture(Architecture.ARM_64)
                        .handler(step.handler())
                        .code(code)
                        .role(role.withoutPolicyUpdates())
                        .logGroup(logs)
                        .memorySize(MEMORY_MIB)
                        .timeout(Duration.seconds(workflows.timeout(step).toSeconds()))
                        .tracing(Tracing.ACTIVE)
                        .vpc(networking.vpc())
                        .securityGroups(networking.groups(step.reaches()))
                        .environment(environment)
                        .currentVersionOptions(
                                VersionOptions.builder()
                                        .removalPolicy(RemovalPolicy.RETAIN)
                                        .build())
                        .build();
        roles.put(step.name(), role);
        aliases.put(
                step.name(),
                Alias.Builder.create(this, step.name() + "Alias")
                        .aliasName(ALIAS)
                        .version(function.getCurrentVersion())
                        .build());
        alarm(step, "Errors", function.metricErrors(sum()), ERRORS_MAX);
        alarm(step, "Throttles", function.metricThrottles(sum()), ERRORS_MAX);
    }

    private static MetricOptions sum() {
        return MetricOptions.builder().statistic("Sum").period(Duration.minutes(5)).build();
    }

    private void alarm(Step step, String what, Metric metric, int threshold) {
        alerts.on(
                Alarm.Builder.create(this, step.name() + what)
                        .metric(metric)
                        .threshold(threshold)
                        .evaluationPeriods(1)
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .alarmDescription(
                                "Function %s: %d or more %s in 5 minutes. The workflow tries again by itself; look at the function's log."
                                        .formatted(
                                                step.name(),
                                                threshold,
                                                what.toLowerCase(Locale.ROOT)))
                        .build());
    }

    Collection<Alias> aliases() {
        return aliases.values();
    }

    Alias alias(String step) {
        return known(aliases, step);
    }

    boolean has(String step) {
        return roles.containsKey(step);
    }

    Role role(String step) {
        return known(roles, step);
    }

    private static <T> T known(SortedMap<String, T> made, String step) {
        return Optional.ofNullable(made.get(step))
                .orElseThrow(() -> new IllegalArgumentException("there is no function " + step));
    }
}
