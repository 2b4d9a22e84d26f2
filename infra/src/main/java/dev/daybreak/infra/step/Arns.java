package dev.daybreak.infra.step;

import dev.daybreak.migration.Migration;
import java.util.Optional;
import software.amazon.awscdk.Aws;

/// The ARNs of what a migration is about, in the account and partition that it is deployed to.
public final class Arns {
    private static final String SECRET_SUFFIX = "-??????";

    private final Migration migration;

    public Arns(Migration migration) {
        this.migration = migration;
    }

    public String instance() {
        return rds("db:" + migration.source().instance());
    }

    /// Every instance: what a call that filters by cluster is asked for.
    String instances() {
        return rds("db:*");
    }

    public String cluster() {
        return rds("cluster:" + migration.target().cluster());
    }

    public String writer() {
        return rds("db:" + migration.target().writer());
    }

    /// The snapshots that executions take are named after the migration.
    public String snapshots() {
        return rds("snapshot:%s-*".formatted(migration.name()));
    }

    String lastSnapshot() {
        return rds("snapshot:" + migration.decommission().finalSnapshot());
    }

    /// Named after migration and execution.
    String trial() {
        return rds("db:%s-*-check".formatted(migration.name()));
    }

    /// What CloudFormation names after the stack.
    public String parameterGroups() {
        return rds("cluster-pg:%s-*".formatted(migration.target().stack()));
    }

    public String subnetGroups() {
        return rds("subgrp:%s-*".formatted(migration.target().stack()));
    }

    /// A stack's ARN ends with an id of its own.
    String stack() {
        return of("cloudformation", "stack/%s/*".formatted(migration.target().stack()));
    }

    Optional<String> oldStack() {
        return migration
                .decommission()
                .oldStack()
                .map(stack -> of("cloudformation", "stack/%s/*".formatted(stack)));
    }

    /// What the stacks of the CDK look up.
    String bootstrapVersion() {
        return of("ssm", "parameter/cdk-bootstrap/*/version");
    }

    String kubernetes() {
        return of("eks", "cluster/" + migration.kubernetes().cluster());
    }

    String applicationSecret() {
        return secret(migration.secret().id());
    }

    String ownerSecret() {
        return secret(migration.source().ownerSecret());
    }

    String ownSecret() {
        return secret(migration.secret().own());
    }

    /// Secrets Manager puts six random characters behind a secret's name.
    public String secret(String id) {
        return id.startsWith("arn:") ? id : of("secretsmanager", "secret:" + id + SECRET_SUFFIX);
    }

    public String rds(String resource) {
        return of("rds", resource);
    }

    public String ec2(String resource) {
        return of("ec2", resource);
    }

    /// What executions note down for each other.
    String notes() {
        return of("ssm", "parameter/daybreak/%s/*".formatted(migration.name()));
    }

    /// Of all state machines of the migration.
    String executions() {
        return of("states", "execution:daybreak-%s-*:*".formatted(migration.name()));
    }

    /// Deployed for a workflow.
    public String stateMachine(String workflow) {
        return of("states", "stateMachine:daybreak-%s-%s".formatted(migration.name(), workflow));
    }

    /// IAM knows no regions.
    public String role(String name) {
        return String.join(":", "arn", Aws.PARTITION, "iam", "", Aws.ACCOUNT_ID, "role/" + name);
    }

    public String keys() {
        return of("kms", "key/*");
    }

    /// Where a service's calls come from when it uses a key for somebody.
    public static String via(String service) {
        return "%s.%s.amazonaws.com".formatted(service, Aws.REGION);
    }

    private static String of(String service, String resource) {
        return String.join(
                ":", "arn", Aws.PARTITION, service, Aws.REGION, Aws.ACCOUNT_ID, resource);
    }
}
