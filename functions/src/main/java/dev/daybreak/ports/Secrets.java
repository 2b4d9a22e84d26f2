package dev.daybreak.ports;

import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import java.util.Map;
import java.util.Optional;

/// Secrets Manager. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`, `Overtaken`. No
/// text of a fault ever holds a value.
public interface Secrets {
    /// Empty where there is no such secret.
    Optional<SecretFacts> describe(String secret);

    /// The version with the label `AWSCURRENT`.
    SecretVersion current(String secret);

    /// The version with this label; empty where no version has it.
    Optional<SecretVersion> labelled(String secret, String label);

    /// Makes a secret; `Overtaken` where it exists already.
    void create(String secret, SecretFields fields, Map<String, String> tags);

    /// Adds a version under the caller's own id and label (never `AWSCURRENT`). The same id with
    /// the same fields again changes nothing; with others it is `Unexpected`.
    ///
    /// @param version 32 to 64 characters (`ClientRequestToken`); becomes the version's id
    void add(String secret, String version, String label, SecretFields fields);

    /// Puts a label on a version that exists, off whichever version has it, so that it is kept:
    /// versions without a label get deleted.
    void label(String secret, String version, String label);

    /// Takes a label off a version; one that has it no more is left alone.
    void unlabel(String secret, String version, String label);

    /// Moves `AWSCURRENT` from one version to another, as a compare-and-swap
    /// (`UpdateSecretVersionStage` with `RemoveFromVersionId`); `Overtaken` where somebody else has
    /// moved it in between.
    void makeCurrent(String secret, String version, String insteadOf);
}
