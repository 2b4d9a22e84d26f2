package dev.daybreak.aws;

import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.Tag;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;

/// Secrets Manager.
public final class AwsSecrets implements Secrets {
    private static final String CURRENT = "AWSCURRENT";

    private final AwsClients clients;

    public AwsSecrets(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<SecretFacts> describe(String secret) {
        var ask = DescribeSecretRequest.builder().secretId(secret).build();
        return Outcome.of(
                        "describe secret " + secret,
                        () -> clients.secretsManager.get().describeSecret(ask))
                .ifPresent()
                .map(AwsSecrets::read);
    }

    @Override
    public SecretVersion current(String secret) {
        return value(
                GetSecretValueRequest.builder().secretId(secret).versionStage(CURRENT).build());
    }

    @Override
    public void create(String secret, SecretFields fields, Map<String, String> tags) {
        var order =
                CreateSecretRequest.builder()
                        .name(secret)
                        .secretString(SecretText.write(secret, fields))
                        .tags(
                                tags.entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(AwsSecrets::tag)
                                        .toList())
                        .build();
        var outcome =
                Outcome.ofSecret(
                        "create secret " + secret,
                        () -> clients.secretsManager.get().createSecret(order));
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, _) when meaning == Meaning.EXISTS ->
                    throw new Overtaken("Secret %s exists already.".formatted(secret));
            case Outcome.Failed<?> failed -> throw failed.fault();
        }
    }

    /// `PutSecretValue` with a token that a version has already is ignored where the value is the
    /// same and fails with `ResourceExistsException` where it is not
    /// (<https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html>).
    @Override
    public void add(String secret, String version, String label, SecretFields fields) {
        var order =
                PutSecretValueRequest.builder()
                        .secretId(secret)
                        .clientRequestToken(version)
                        .versionStages(label)
                        .secretString(SecretText.write(secret, fields))
                        .build();
        var outcome =
                Outcome.ofSecret(
                        "add version %s to secret %s".formatted(version, secret),
                        () -> clients.secretsManager.get().putSecretValue(order));
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, _) when meaning == Meaning.EXISTS ->
                    mustBeOurs(secret, version, fields);
            case Outcome.Failed<?> failed -> throw failed.fault();
        }
    }

    @Override
    public void label(String secret, String version, String label) {
        var holder = holder(secret, label);
        if (!holder.equals(Optional.of(version))) {
            move(secret, label, version, holder).orThrow();
        }
    }

    /// When `RemoveFromVersionId` has lost the label, `UpdateSecretVersionStage` "fails"
    /// (<https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html>),
    /// seen as `InvalidParameterException`; the page does not promise the code, and a second try
    /// after a lost answer gets it too. So whatever the refusal is called, the labels decide.
    @Override
    public void makeCurrent(String secret, String version, String insteadOf) {
        var outcome = move(secret, CURRENT, version, Optional.of(insteadOf));
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, var fault)
                    when meaning == Meaning.REFUSED || meaning == Meaning.ABSENT -> {
                var holder = holder(secret, CURRENT).orElseThrow(() -> fault);
                if (holder.equals(insteadOf)) {
                    throw fault;
                }
                if (!holder.equals(version)) {
                    throw new Overtaken(
                            "Somebody else changed secret %s: its current version is %s, not %s."
                                    .formatted(secret, holder, insteadOf));
                }
            }
            case Outcome.Failed<?> failed -> throw failed.fault();
        }
    }

    private Outcome<?> move(String secret, String label, String to, Optional<String> from) {
        var order =
                UpdateSecretVersionStageRequest.builder()
                        .secretId(secret)
                        .versionStage(label)
                        .moveToVersionId(to);
        from.ifPresent(order::removeFromVersionId);
        return Outcome.of(
                "put label %s on version %s of secret %s".formatted(label, to, secret),
                () -> clients.secretsManager.get().updateSecretVersionStage(order.build()));
    }

    private Optional<String> holder(String secret, String label) {
        return describe(secret).stream()
                .flatMap(facts -> facts.labels().entrySet().stream())
                .filter(version -> version.getValue().contains(label))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void mustBeOurs(String secret, String version, SecretFields fields) {
        var there =
                value(GetSecretValueRequest.builder().secretId(secret).versionId(version).build());
        if (!there.fields().equals(fields)) {
            throw new Unexpected(
                    "Secret %s has a version %s with other fields than ours."
                            .formatted(secret, version));
        }
    }

    private SecretVersion value(GetSecretValueRequest ask) {
        var secret = ask.secretId();
        var answer =
                Outcome.ofSecret(
                                "read secret " + secret,
                                () -> clients.secretsManager.get().getSecretValue(ask))
                        .orThrow();
        return new SecretVersion(
                answer.versionId(),
                Set.copyOf(answer.versionStages()),
                SecretText.read(secret, Optional.ofNullable(answer.secretString())));
    }

    private static SecretFacts read(DescribeSecretResponse answer) {
        return new SecretFacts(
                answer.arn(),
                Boolean.TRUE.equals(answer.rotationEnabled()),
                Optional.ofNullable(answer.owningService()),
                answer.versionIdsToStages().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, of -> Set.copyOf(of.getValue()))));
    }

    private static Tag tag(Map.Entry<String, String> tag) {
        return Tag.builder().key(tag.getKey()).value(tag.getValue()).build();
    }
}
