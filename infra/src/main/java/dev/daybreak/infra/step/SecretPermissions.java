package dev.daybreak.infra.step;

import java.util.List;

/// What `Secrets` does at AWS, with one secret.
final class SecretPermissions {
    private final Arns arns;

    SecretPermissions(Arns arns) {
        this.arns = arns;
    }

    /// `Secrets.describe`.
    List<Permission> describe(String secret) {
        return List.of(named(List.of("secretsmanager:DescribeSecret"), secret));
    }

    /// `Secrets.current`.
    List<Permission> read(String secret) {
        return List.of(
                named(List.of("secretsmanager:GetSecretValue"), secret),
                key(List.of("kms:Decrypt"), secret));
    }

    /// `Secrets.label`, `unlabel`, `makeCurrent`.
    List<Permission> label(String secret) {
        return List.of(
                named(
                        List.of(
                                "secretsmanager:DescribeSecret",
                                "secretsmanager:UpdateSecretVersionStage"),
                        secret));
    }

    /// `Secrets.add`.
    List<Permission> add(String secret) {
        return List.of(
                named(List.of("secretsmanager:PutSecretValue"), secret),
                key(List.of("kms:Decrypt", "kms:GenerateDataKey"), secret));
    }

    /// `Secrets.create`, with tags.
    List<Permission> create(String secret) {
        return List.of(
                named(
                        List.of("secretsmanager:CreateSecret", "secretsmanager:TagResource"),
                        secret));
    }

    private Permission named(List<String> actions, String secret) {
        var permission = Permission.to(actions, secret);
        return secret.endsWith("?")
                ? permission.because(
                        "Secrets Manager ends a secret's ARN with six random characters")
                : permission;
    }

    /// The key of a secret is not in the settings; Secrets Manager names the secret whenever it
    /// uses one
    /// (<https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html>).
    private Permission key(List<String> actions, String secret) {
        return Permission.to(actions, arns.keys())
                .when("StringEquals", "kms:ViaService", Arns.via("secretsmanager"))
                .when("StringLike", "kms:EncryptionContext:SecretARN", secret)
                .because(
                        "Whatever key the secret has, but only for this secret and through Secrets Manager");
    }
}
