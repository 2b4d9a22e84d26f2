package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A secret and all that was ever done to it.
final class SecretBook {
    static final String DAYBREAK = "daybreak";

    private final String name;
    private final String arn;
    private final Map<String, String> tags;
    private final HeldSecret held = new HeldSecret();
    private final List<SecretFields> everything = new ArrayList<>();
    private final List<SecretFields> currents = new ArrayList<>();
    private final List<SecretChange> history = new ArrayList<>();
    private boolean rotationEnabled;
    private Optional<String> owner = Optional.empty();

    SecretBook(String name, String arn, Map<String, String> tags) {
        this.name = name;
        this.arn = arn;
        this.tags = Map.copyOf(tags);
    }

    boolean isCalled(String nameOrArn) {
        return name.equals(nameOrArn) || arn.equals(nameOrArn);
    }

    Map<String, String> tags() {
        return tags;
    }

    SecretFacts facts() {
        return new SecretFacts(arn, rotationEnabled, owner, held.labels());
    }

    SecretVersion current() {
        var id = at(HeldSecret.CURRENT).orElseThrow();
        return new SecretVersion(id, held.labels(id), fields());
    }

    Optional<SecretVersion> labelled(String label) {
        return at(label)
                .map(id -> new SecretVersion(id, held.labels(id), held.fields(id).orElseThrow()));
    }

    SecretFields fields() {
        return at(HeldSecret.CURRENT).flatMap(held::fields).orElseThrow();
    }

    Optional<String> at(String label) {
        return held.at(label);
    }

    /// Whether that version is there with these very fields; with others the id is taken.
    boolean has(String version, SecretFields fields) {
        var there = held.fields(version);
        if (there.isPresent() && !there.orElseThrow().equals(fields)) {
            throw new Unexpected(
                    "ResourceExistsException: version %s of secret %s exists with other content."
                            .formatted(version, name));
        }
        return there.isPresent();
    }

    void demand(String version) {
        if (held.fields(version).isEmpty()) {
            throw new Unexpected(
                    "ResourceNotFoundException: secret %s has no version %s."
                            .formatted(name, version));
        }
    }

    void put(String version, SecretFields fields, Set<String> labels) {
        everything.add(fields);
        held.add(version, fields);
        labels.forEach(label -> move(label, version));
    }

    void move(String label, String version) {
        held.move(label, version);
    }

    /// As Daybreak does it.
    void label(String label, String version, Instant now) {
        if (!at(label).equals(Optional.of(version))) {
            move(label, version);
            note(now, DAYBREAK, "UpdateSecretVersionStage");
        }
    }

    /// As Daybreak does it.
    void makeCurrent(String version, String insteadOf, Instant now) {
        demand(version);
        var at = at(HeldSecret.CURRENT).orElseThrow();
        if (!at.equals(insteadOf) && !at.equals(version)) {
            throw new Overtaken(
                    "The current version of secret %s is %s, not %s."
                            .formatted(name, at, insteadOf));
        }
        label(HeldSecret.CURRENT, version, now);
    }

    /// As Daybreak does it.
    void unlabel(String label, String version, Instant now) {
        if (at(label).equals(Optional.of(version))) {
            held.remove(label);
            note(now, DAYBREAK, "UpdateSecretVersionStage");
        }
    }

    void rotates() {
        rotationEnabled = true;
    }

    void ownedBy(String service) {
        owner = Optional.of(service);
    }

    void note(Instant at, String by, String call) {
        var now = fields();
        var changed = currents.isEmpty() ? Set.<String>of() : differing(currents.getLast(), now);
        currents.add(now);
        var current = at(HeldSecret.CURRENT).orElseThrow();
        history.add(new SecretChange(at, by, call, current, changed, held.labels()));
    }

    List<SecretChange> history() {
        return List.copyOf(history);
    }

    Set<String> changedSinceTheFirst() {
        return differing(currents.getFirst(), fields());
    }

    static Set<String> everHeld(Collection<SecretBook> books, String field) {
        var texts = new TreeSet<String>();
        books.forEach(
                book -> book.everything.forEach(one -> one.text(field).ifPresent(texts::add)));
        return texts;
    }

    private static Set<String> differing(SecretFields one, SecretFields other) {
        var names = new TreeSet<>(one.fields().keySet());
        names.addAll(other.fields().keySet());
        names.removeIf(name -> Objects.equals(one.fields().get(name), other.fields().get(name)));
        return names;
    }
}
