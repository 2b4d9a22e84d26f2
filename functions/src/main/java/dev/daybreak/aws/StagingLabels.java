package dev.daybreak.aws;

import dev.daybreak.fault.Overtaken;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;

/// Moves the staging labels of a secret's versions. When `RemoveFromVersionId` has lost the label,
/// `UpdateSecretVersionStage` "fails"
/// (<https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html>),
/// seen as `InvalidParameterException`; the page does not promise the code, and a second try after
/// a lost answer gets it too. So whatever the refusal is called, the labels decide.
final class StagingLabels {
    private final AwsClients clients;
    private final Secrets secrets;

    StagingLabels(AwsClients clients, Secrets secrets) {
        this.clients = clients;
        this.secrets = secrets;
    }

    void put(String secret, String version, String label) {
        var holder = holder(secret, label);
        if (!holder.equals(Optional.of(version))) {
            move(secret, label, version, holder).orThrow();
        }
    }

    void takeOff(String secret, String version, String label) {
        var outcome =
                update(
                        "take label %s off version %s of secret %s"
                                .formatted(label, version, secret),
                        order ->
                                order.secretId(secret)
                                        .versionStage(label)
                                        .removeFromVersionId(version));
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, var fault) when isRefusal(meaning) -> {
                if (holder(secret, label).equals(Optional.of(version))) {
                    throw fault;
                }
            }
            case Outcome.Failed<?> failed -> throw failed.fault();
        }
    }

    void swap(String secret, String version, String insteadOf) {
        var outcome = move(secret, Labels.CURRENT, version, Optional.of(insteadOf));
        switch (outcome) {
            case Outcome.Answered<?> _ -> {}
            case Outcome.Failed<?>(var meaning, var fault) when isRefusal(meaning) -> {
                var holder = holder(secret, Labels.CURRENT).orElseThrow(() -> fault);
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

    private static boolean isRefusal(Meaning meaning) {
        return meaning == Meaning.REFUSED || meaning == Meaning.ABSENT;
    }

    private Outcome<?> move(String secret, String label, String to, Optional<String> from) {
        return update(
                "put label %s on version %s of secret %s".formatted(label, to, secret),
                order -> {
                    order.secretId(secret).versionStage(label).moveToVersionId(to);
                    from.ifPresent(order::removeFromVersionId);
                });
    }

    private Outcome<?> update(
            String what, Consumer<UpdateSecretVersionStageRequest.Builder> order) {
        return Outcome.of(what, () -> clients.secretsManager.get().updateSecretVersionStage(order));
    }

    private Optional<String> holder(String secret, String label) {
        return secrets.describe(secret).stream()
                .flatMap(facts -> facts.labels().entrySet().stream())
                .filter(version -> version.getValue().contains(label))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
