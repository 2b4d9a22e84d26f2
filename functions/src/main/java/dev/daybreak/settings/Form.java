package dev.daybreak.settings;

import java.util.regex.Pattern;

/// The forms of text that the settings know. Each is also a `$defs` of `migration.schema.json`; a
/// test holds the two together. Identifiers are lower-case: RDS stores them so, whatever it was
/// given (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html>).
enum Form {
    NAME(
            "^[a-z](-?[a-z0-9])*$",
            32,
            "1 to 32 lower-case letters, digits and single hyphens, a letter first",
            "mosaic-prod"),
    REGION("^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$", 32, "an AWS region such as us-east-1", "us-east-1"),
    INSTANCE(
            "^[a-z](-?[a-z0-9])*$",
            63,
            "a DB instance identifier: 1 to 63 lower-case letters, digits and single hyphens, a"
                    + " letter first",
            "mosaic-prod-db"),
    /// Shorter by `-writer`, which makes the writer's identifier of it.
    CLUSTER(
            "^[a-z](-?[a-z0-9])*$",
            56,
            "a DB cluster identifier: 1 to 56 lower-case letters, digits and single hyphens, a"
                    + " letter first",
            "mosaic-prod-aurora"),
    INSTANCE_CLASS(
            "^db\\.[a-z0-9-]+\\.[a-z0-9-]+$",
            63,
            "a provisioned DB instance class such as db.t4g.medium",
            "db.t4g.medium"),
    EXTENSION(
            "^[a-z][a-z0-9_-]*$",
            63,
            "an extension's name as CREATE EXTENSION takes it, such as pg_trgm",
            "pg_trgm"),
    SECRET_ID(
            "^(arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:)?[A-Za-z0-9/_+=.@-]+$",
            600,
            "a secret's name (letters, digits and /_+=.@-) or its ARN",
            "mosaic/prod/rds/credentials"),
    SECRET_NAME(
            "^[A-Za-z0-9/_+=.@-]+$",
            512,
            "a secret's name: 1 to 512 letters, digits and /_+=.@-",
            "daybreak/mosaic-prod/database"),
    FIELD_NAME(
            "^[A-Za-z_][A-Za-z0-9_.-]*$",
            64,
            "the name of a field of the secret's JSON: 1 to 64 letters, digits and _.-",
            "host"),
    EKS_CLUSTER(
            "^[A-Za-z0-9][A-Za-z0-9_-]*$",
            100,
            "an EKS cluster's name: 1 to 100 letters, digits, hyphens and underscores",
            "mosaic-prod"),
    NAMESPACE(
            "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
            63,
            "a Kubernetes namespace: 1 to 63 lower-case letters, digits and hyphens, no hyphen"
                    + " first or last",
            "mosaic-prod"),
    OBJECT_NAME(
            "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$",
            253,
            "a Kubernetes name: 1 to 253 lower-case letters, digits, hyphens and dots, a letter or"
                    + " digit first and last",
            "core-api"),
    SELECTOR(
            "^([a-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?"
                    + "=[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?"
                    + "(,([a-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?"
                    + "=[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)*$",
            1000,
            "label=value, more of them after commas, such as app=core-api",
            "app=core-api"),
    SECRET_KEY(
            "^[A-Za-z0-9._-]+$",
            253,
            "a key of a Kubernetes Secret: 1 to 253 letters, digits and ._-",
            "DB_URL"),
    DSN(
            "^[^{}\\x00-\\x1f]*(\\{[A-Za-z_][A-Za-z0-9_.-]*\\}[^{}\\x00-\\x1f]*)+$",
            1000,
            "a connection string with the secret's fields in braces, such as"
                    + " postgresql://{username}:{password}@{host}:{port}/{dbname}",
            "postgresql://{username}:{password}@{host}:{port}/{dbname}"),
    ARGO_CD("^([a-z0-9]([a-z0-9-]*[a-z0-9])?)?$", 63, "Argo CD's namespace, or nothing", ""),
    URL(
            "^https?://[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
                    + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*"
                    + "(:[0-9]{1,5})?(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
                    + "(\\?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$",
            1000,
            "an http or https URL without a user in it, such as https://api.example.com/health",
            "https://api.example.com/health"),
    VPC(
            "^vpc-([0-9a-f]{8}|[0-9a-f]{17})$",
            21, "a VPC's id: vpc- and 8 or 17 hexadecimal digits", "vpc-0123456789abcdef0"),
    CIDR(
            "^([0-9]{1,3}\\.){3}[0-9]{1,3}/(1[6-9]|2[0-8])$",
            18, "a VPC's range such as 10.0.0.0/16", "10.0.0.0/16"),
    SUBNET(
            "^subnet-([0-9a-f]{8}|[0-9a-f]{17})$",
            24,
            "a subnet's id: subnet- and 8 or 17 hexadecimal digits",
            "subnet-0123456789abcdef0"),
    SECURITY_GROUP(
            "^sg-([0-9a-f]{8}|[0-9a-f]{17})$",
            20,
            "a security group's id: sg- and 8 or 17 hexadecimal digits",
            "sg-0123456789abcdef0"),
    KMS_KEY(
            "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
            200,
            "the ARN of a KMS key",
            "arn:aws:kms:us-east-1:123456789012:key/mrk-0"),
    EMAIL(
            "^[A-Za-z0-9._%+-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$",
            254, "an e-mail address such as oncall@example.com", "oncall@example.com"),
    TIME("^([01][0-9]|2[0-3]):[0-5][0-9]$", 5, "a time of the day such as 07:30", "07:30"),
    ZONE(
            "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$",
            64,
            "an IANA time zone such as Europe/Berlin",
            "Europe/Berlin"),
    PATTERN("^[^\\x00-\\x1f]+$", 500, "a regular expression of 1 to 500 characters", "ERROR|FATAL"),
    STACK(
            "^[A-Za-z][A-Za-z0-9-]*$",
            128,
            "a stack's name: 1 to 128 letters, digits and hyphens, a letter first",
            "mosaic-prod-rds"),
    ROLE(
            "^[A-Za-z0-9_+=,.@-]+$",
            64,
            "an IAM role's name: 1 to 64 letters, digits and _+=,.@-",
            "mosaic-prod-core-api"),
    SNAPSHOT(
            "^[a-z](-?[a-z0-9])*$",
            255,
            "a snapshot's name: 1 to 255 lower-case letters, digits and single hyphens, a letter"
                    + " first",
            "mosaic-prod-db-final-snapshot"),
    SCHEMA("^.*$", 1000, "the place of the JSON Schema", "./migration.schema.json"),
    DURATION(
            "^[1-9][0-9]{0,5}[smhd]$",
            7,
            "a whole number of seconds, minutes, hours or days such as 90s, 15m, 2h or 7d",
            "15m");

    private final Pattern pattern;
    private final int charactersMax;
    private final String allowed;
    private final String example;

    Form(String pattern, int charactersMax, String allowed, String example) {
        this.pattern = Pattern.compile(pattern);
        this.charactersMax = charactersMax;
        this.allowed = allowed;
        this.example = example;
    }

    boolean admits(String text) {
        return text.length() <= charactersMax && pattern.matcher(text).matches();
    }

    /// Whether a wrong value may be shown: a connection string or a URL that somebody got wrong may
    /// well have a password in it.
    boolean isShown() {
        return this != DSN && this != URL;
    }

    String pattern() {
        return pattern.pattern();
    }

    int charactersMax() {
        return charactersMax;
    }

    String allowed() {
        return allowed;
    }

    /// A value of this form; it also stands in for a refused one until all problems are found.
    String example() {
        return example;
    }
}
