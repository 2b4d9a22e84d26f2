package dev.daybreak.fakes;

import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Secrets Manager: a label is on one version at a time, and `AWSCURRENT` moves by
/// compare-and-swap.
public final class FakeSecrets implements Secrets {
    private static final String CURRENT = "AWSCURRENT";

    private final Journal journal;
    private final Map<String, Map<String, SecretVersion>> secrets = new LinkedHashMap<>();
    private Runnable beforeSwap = () -> {};

    FakeSecrets(Journal journal) {
        this.journal = journal;
    }

    /// Somebody else writes: a version that is current at once, without a trace in the journal.
    public void put(String secret, String version, SecretFields fields) {
        var versions = secrets.computeIfAbsent(secret, _ -> new LinkedHashMap<>());
        versions.put(version, new SecretVersion(version, Set.of(), fields));
        move(secret, version, CURRENT);
    }

    /// What happens in the moment before the next compare-and-swap.
    public void beforeSwap(Runnable what) {
        beforeSwap = what;
    }

    public SecretVersion version(String secret, String version) {
        return Optional.ofNullable(versions(secret).get(version)).orElseThrow();
    }

    @Override
    public Optional<SecretFacts> describe(String secret) {
        return Optional.ofNullable(secrets.get(secret))
                .map(
                        versions ->
                                new SecretFacts(
                                        "arn:" + secret,
                                        false,
                                        Optional.empty(),
                                        versions.values().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                SecretVersion::id,
                                                                SecretVersion::labels))));
    }

    @Override
    public SecretVersion current(String secret) {
        return versions(secret).values().stream()
                .filter(one -> one.labels().contains(CURRENT))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<SecretVersion> labelled(String secret, String label) {
        return versions(secret).values().stream()
                .filter(one -> one.labels().contains(label))
                .findFirst();
    }

    @Override
    public void create(String secret, SecretFields fields, Map<String, String> tags) {
        if (secrets.containsKey(secret)) {
            throw new Overtaken("Secret %s exists already.".formatted(secret));
        }
        put(secret, "first", fields);
        journal.write("create secret %s".formatted(secret));
    }

    @Override
    public void add(String secret, String version, String label, SecretFields fields) {
        var there = versions(secret).get(version);
        if (there != null && !there.fields().equals(fields)) {
            throw new Unexpected("Version %s exists with other fields.".formatted(version));
        }
        if (there == null) {
            versions(secret).put(version, new SecretVersion(version, Set.of(), fields));
            move(secret, version, label);
            journal.write("add version %s to secret %s".formatted(version, secret));
        }
    }

    @Override
    public void label(String secret, String version, String label) {
        if (!version(secret, version).labels().contains(label)) {
            move(secret, version, label);
            journal.write("label version %s of secret %s %s".formatted(version, secret, label));
        }
    }

    @Override
    public void unlabel(String secret, String version, String label) {
        var old = version(secret, version);
        if (old.labels().contains(label)) {
            var labels = new HashSet<>(old.labels());
            labels.remove(label);
            versions(secret).put(version, new SecretVersion(version, labels, old.fields()));
            journal.write("take %s off version %s of secret %s".formatted(label, version, secret));
        }
    }

    @Override
    public void makeCurrent(String secret, String version, String insteadOf) {
        beforeSwap.run();
        if (!current(secret).id().equals(insteadOf)) {
            throw new Overtaken("Secret %s was changed by somebody else.".formatted(secret));
        }
        move(secret, version, CURRENT);
        journal.write("make version %s of secret %s current".formatted(version, secret));
    }

    private Map<String, SecretVersion> versions(String secret) {
        return Optional.ofNullable(secrets.get(secret))
                .orElseThrow(() -> new Unexpected("There is no secret %s.".formatted(secret)));
    }

    private void move(String secret, String version, String label) {
        versions(secret)
                .replaceAll(
                        (id, old) -> {
                            var labels = new HashSet<>(old.labels());
                            labels.remove(label);
                            if (id.equals(version)) {
                                labels.add(label);
                            }
                            return new SecretVersion(id, labels, old.fields());
                        });
    }

    /// Every field's text of every version: what no message may ever hold.
    public Set<String> passwords(String field) {
        var texts = new HashMap<String, String>();
        secrets.values().stream()
                .flatMap(versions -> versions.values().stream())
                .forEach(one -> one.fields().text(field).ifPresent(text -> texts.put(text, text)));
        return texts.keySet();
    }
}
