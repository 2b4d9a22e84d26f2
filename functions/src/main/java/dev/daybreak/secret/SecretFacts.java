package dev.daybreak.secret;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What Secrets Manager tells of a secret without its value (`DescribeSecret`).
///
/// @param rotationEnabled whether a rotation is scheduled
/// @param owner the service that manages it, for example `rds`
/// @param labels of each version, by version id
public record SecretFacts(
        String arn,
        boolean rotationEnabled,
        Optional<String> owner,
        Map<String, Set<String>> labels) {
    public SecretFacts {
        labels = Map.copyOf(labels);
    }

    /// A version that a rotation made and did not finish with.
    public boolean isRotating() {
        return labels.values().stream()
                .anyMatch(of -> of.contains(Labels.PENDING) && !of.contains(Labels.CURRENT));
    }
}
