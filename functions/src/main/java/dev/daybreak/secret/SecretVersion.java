package dev.daybreak.secret;

import java.util.Set;

/// One version of a secret.
///
/// @param id Secrets Manager's `VersionId`
/// @param labels its staging labels, for example `AWSCURRENT`
public record SecretVersion(String id, Set<String> labels, SecretFields fields) {
    public SecretVersion {
        labels = Set.copyOf(labels);
    }
}
