package dev.daybreak.aws;

import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.Labels;
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
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/// Secrets Manager.
public final class AwsSecrets implements Secrets {
    private final AwsClients clients;
    private final StagingLabels labels;

    public AwsSecrets(AwsClients clients) {
        this.clients = clients;
        this.labels = new StagingLabels(clients, this);
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
        return value(currentOf(secret));
    }

    @Override
    public Optional<SecretVersion> labelled(String secret, String label) {
        var ask = GetSecretValueRequest.builder().secretId(secret).versionStage(label).build();
        var outcome =
                Outcome.ofSecret(
                        "read version %s of secret %s".formatted(label, secret),
                        () -> clients.secretsManager.get().getSecretValue(ask));
        return outcome.ifPresent().map(answer -> read(secret, answer));
    }

    /// The whole text of a secret that is no JSON, in its current version. No step may have it, so
    /// it is not in the port: an adapter asks that needs it for a call of its own.
    public String text(String secret) {
        return Optional.ofNullable(answer(currentOf(secret)).secretString())
                .orElseThrow(
                        () -> new Unexpected("Secret %s is binary, no text.".formatted(secret)));
    }

    private static GetSecretValueRequest currentOf(String secret) {
        return GetSecretValueRequest.builder()
                .secretId(secret)
                .versionStage(Labels.CURRENT)
                .build();
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
        labels.put(secret, version, label);
    }

    @Override
    public void unlabel(String secret, String version, String label) {
        labels.takeOff(secret, version, label);
    }

    @Override
    public void makeCurrent(String secret, String version, String insteadOf) {
        labels.swap(secret, version, insteadOf);
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
        return read(ask.secretId(), answer(ask));
    }

    private static SecretVersion read(String secret, GetSecretValueResponse answer) {
        return new SecretVersion(
                answer.versionId(),
                Set.copyOf(answer.versionStages()),
                SecretText.read(secret, Optional.ofNullable(answer.secretString())));
    }

    private GetSecretValueResponse answer(GetSecretValueRequest ask) {
        return Outcome.ofSecret(
                        "read secret " + ask.secretId(),
                        () -> clients.secretsManager.get().getSecretValue(ask))
                .orThrow();
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
