package dev.daybreak.rehearsal.cloud;

import dev.daybreak.secret.Labels;
import dev.daybreak.secret.SecretFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A secret with its versions. A label sits on one version at a time, and a version without a label
/// is gone.
final class HeldSecret {
    static final String CURRENT = Labels.CURRENT;
    static final String PREVIOUS = "AWSPREVIOUS";
    static final String PENDING = Labels.PENDING;

    private final Map<String, SecretFields> versions = new LinkedHashMap<>();
    private final Map<String, String> versionByLabel = new TreeMap<>();

    void add(String version, SecretFields fields) {
        versions.put(version, fields);
    }

    Optional<SecretFields> fields(String version) {
        return Optional.ofNullable(versions.get(version));
    }

    Optional<String> at(String label) {
        return Optional.ofNullable(versionByLabel.get(label));
    }

    /// `AWSPREVIOUS` follows `AWSCURRENT` by itself (`UpdateSecretVersionStage` in the Secrets
    /// Manager API Reference).
    void move(String label, String version) {
        var before = at(label).filter(old -> !old.equals(version));
        versionByLabel.put(label, version);
        if (label.equals(CURRENT)) {
            before.ifPresent(old -> versionByLabel.put(PREVIOUS, old));
        }
        forgetUnlabelled();
    }

    void remove(String label) {
        versionByLabel.remove(label);
        forgetUnlabelled();
    }

    /// AWS deletes an unlabelled version some day; to count on it is a bug today.
    private void forgetUnlabelled() {
        versions.keySet().retainAll(versionByLabel.values());
    }

    /// By version id, the oldest first.
    Map<String, Set<String>> labels() {
        var labels = new LinkedHashMap<String, Set<String>>();
        versions.keySet().forEach(version -> labels.put(version, labels(version)));
        return labels;
    }

    Set<String> labels(String version) {
        var labels = new TreeSet<String>();
        versionByLabel.forEach(
                (label, at) -> {
                    if (at.equals(version)) {
                        labels.add(label);
                    }
                });
        return labels;
    }
}
