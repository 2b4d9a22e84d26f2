package dev.daybreak.aws;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that the cutover must be allowed to do.
///
/// @param resource an ARN; names of what does not exist yet end in `check`, and those of secrets in
///   a hyphen and six characters
record Need(Duty duty, List<String> actions, String resource) {
    Need {
        actions = List.copyOf(actions);
    }

    /// Where ARNs are from.
    ///
    /// @param partition `aws`, `aws-cn`, …
    record Home(String partition, String region, String account) {
        String arn(String service, String resource) {
            return String.join(":", "arn", partition, service, region, account, resource);
        }
    }

    /// ARNs that only AWS knows, and what is deployed beside the handlers.
    ///
    /// @param secret ARN of the application's secret
    /// @param owner ARN of the database owner's secret
    /// @param role that CloudFormation takes on
    record Known(String secret, String owner, String topic, Optional<String> role) {}

    static List<Need> of(Migration migration, Home home, Known known) {
        return Stream.of(
                        snapshot(migration, home),
                        aurora(migration, home, known),
                        removal(migration, home, known),
                        SecretNeeds.of(migration, home, known),
                        alerts(known))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Need> snapshot(Migration migration, Home home) {
        return List.of(
                need(
                        Duty.SNAPSHOT,
                        home.arn("rds", "db:" + migration.source().instance()),
                        "rds:CreateDBSnapshot"),
                need(
                        Duty.SNAPSHOT,
                        home.arn("rds", "snapshot:%s-check".formatted(migration.name())),
                        "rds:CreateDBSnapshot",
                        "rds:AddTagsToResource"));
    }

    private static List<Need> aurora(Migration migration, Home home, Known known) {
        var create =
                need(
                        Duty.AURORA,
                        stack(migration, home),
                        "cloudformation:CreateStack",
                        "cloudformation:TagResource");
        var restore =
                need(
                        Duty.BUILD,
                        home.arn("rds", "cluster:" + migration.target().cluster()),
                        "rds:RestoreDBClusterFromSnapshot");
        var writer =
                need(
                        Duty.BUILD,
                        home.arn("rds", "db:" + migration.target().writer()),
                        "rds:CreateDBInstance");
        var passRole = known.role().map(role -> need(Duty.AURORA, role, "iam:PassRole"));
        return Stream.concat(Stream.of(create, restore, writer), passRole.stream()).toList();
    }

    private static List<Need> removal(Migration migration, Home home, Known known) {
        var target = migration.target();
        return List.of(
                need(
                        Duty.REMOVAL,
                        home.arn("rds", "cluster:" + target.cluster()),
                        "rds:ModifyDBCluster",
                        "rds:DeleteDBCluster"),
                need(
                        Duty.REMOVAL,
                        home.arn("rds", "db:" + target.writer()),
                        "rds:DeleteDBInstance"),
                need(Duty.REMOVAL, stack(migration, home), "cloudformation:DeleteStack"),
                need(Duty.REMOVAL, known.secret(), SecretNeeds.READ));
    }

    private static List<Need> alerts(Known known) {
        return Stream.of(Duty.ASK, Duty.ANNOUNCE, Duty.REPAIR)
                .map(duty -> need(duty, known.topic(), "sns:Publish"))
                .toList();
    }

    private static String stack(Migration migration, Home home) {
        return home.arn("cloudformation", "stack/%s/check".formatted(migration.target().stack()));
    }

    static Need need(Duty duty, String resource, String... actions) {
        return new Need(duty, List.of(actions), resource);
    }
}
