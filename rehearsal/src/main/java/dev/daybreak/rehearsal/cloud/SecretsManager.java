package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Secrets with versions and staging labels, and other hands that write them too.
public final class SecretsManager implements Secrets {
    private final Region region;
    private final Map<String, SecretBook> books = new LinkedHashMap<>();
    private int versionsMade;

    SecretsManager(Region region) {
        this.region = region;
    }

    @Override
    public Optional<SecretFacts> describe(String secret) {
        return region.call("Secrets", "describe", () -> find(secret).map(SecretBook::facts));
    }

    @Override
    public SecretVersion current(String secret) {
        return region.call("Secrets", "current", () -> book(secret).current());
    }

    @Override
    public Optional<SecretVersion> labelled(String secret, String label) {
        return region.call("Secrets", "labelled", () -> book(secret).labelled(label));
    }

    @Override
    public void create(String secret, SecretFields fields, Map<String, String> tags) {
        region.run(
                "Secrets",
                "create",
                () -> {
                    if (find(secret).isPresent()) {
                        throw new Overtaken(
                                "ResourceExistsException: secret %s exists already."
                                        .formatted(secret));
                    }
                    var arn = region.arn("secretsmanager", "secret:" + secret + suffix(secret));
                    var book = new SecretBook(secret, arn, tags);
                    books.put(secret, book);
                    book.put(newVersion(), fields, Set.of(HeldSecret.CURRENT));
                    book.note(region.now(), SecretBook.DAYBREAK, "CreateSecret");
                });
    }

    /// As `PutSecretValue`: what is there under that id with the same fields is left alone, labels
    /// included; a label that sits on another version moves here.
    @Override
    public void add(String secret, String version, String label, SecretFields fields) {
        region.run(
                "Secrets",
                "add",
                () -> {
                    if (version.length() < 32 || version.length() > 64) {
                        throw new Unexpected(
                                "InvalidParameterException: a version's id has 32 to 64 letters.");
                    }
                    if (label.equals(HeldSecret.CURRENT)) {
                        throw new Unexpected(
                                "A version added as AWSCURRENT overwrites what others wrote.");
                    }
                    var book = book(secret);
                    if (!book.has(version, fields)) {
                        book.put(version, fields, Set.of(label));
                        book.note(region.now(), SecretBook.DAYBREAK, "PutSecretValue");
                    }
                });
    }

    /// As `UpdateSecretVersionStage`, away from wherever the label was.
    @Override
    public void label(String secret, String version, String label) {
        region.run(
                "Secrets",
                "label",
                () -> {
                    var book = book(secret);
                    book.demand(version);
                    book.label(label, version, region.now());
                });
    }

    /// As `UpdateSecretVersionStage` with nothing but `RemoveFromVersionId`.
    @Override
    public void unlabel(String secret, String version, String label) {
        region.run("Secrets", "unlabel", () -> book(secret).unlabel(label, version, region.now()));
    }

    /// As `UpdateSecretVersionStage` with `RemoveFromVersionId`: fails unless `AWSCURRENT` is where
    /// the caller thinks, or where it shall go: then an earlier call had its effect.
    @Override
    public void makeCurrent(String secret, String version, String insteadOf) {
        region.run(
                "Secrets",
                "makeCurrent",
                () -> book(secret).makeCurrent(version, insteadOf, region.now()));
    }

    /// What the current version holds, for whoever looks on and is no caller.
    public SecretFields shown(String secret) {
        return region.locked(() -> book(secret).fields());
    }

    /// Somebody else puts a new current version, without asking who was there.
    public void overwrite(String secret, UnaryOperator<SecretFields> change) {
        region.update(
                () -> {
                    var book = book(secret);
                    book.put(newVersion(), change.apply(book.fields()), Set.of(HeldSecret.CURRENT));
                    book.note(region.now(), "another writer", "PutSecretValue");
                });
    }

    /// A rotation begins: its version is there, pending, and not in use.
    public void beginRotation(String secret, UnaryOperator<SecretFields> change) {
        region.update(
                () -> {
                    var book = book(secret);
                    book.rotates();
                    book.put(newVersion(), change.apply(book.fields()), Set.of(HeldSecret.PENDING));
                    book.note(region.now(), "rotation", "PutSecretValue");
                });
    }

    /// The rotation ends. `AWSPENDING` stays on the version that is now current, as AWS allows
    /// (page "Lambda rotation functions" of the Secrets Manager User Guide).
    public void endRotation(String secret) {
        region.update(
                () -> {
                    var book = book(secret);
                    book.move(HeldSecret.CURRENT, book.at(HeldSecret.PENDING).orElseThrow());
                    book.note(region.now(), "rotation", "UpdateSecretVersionStage");
                });
    }

    /// RDS keeps this secret by itself from now on.
    public void ownedBy(String secret, String owner) {
        region.update(() -> book(secret).ownedBy(owner));
    }

    /// What happened to it, without a value.
    public List<SecretChange> history(String secret) {
        return region.locked(() -> book(secret).history());
    }

    /// The fields in which the current version differs from the first one.
    public Set<String> changedSinceTheFirst(String secret) {
        return region.locked(() -> book(secret).changedSinceTheFirst());
    }

    /// Every text that a field ever had in any secret: what a scan must find nowhere else.
    public Set<String> everHeld(String field) {
        return region.locked(() -> SecretBook.everHeld(List.copyOf(books.values()), field));
    }

    List<Map<String, String>> tags() {
        return books.values().stream().map(SecretBook::tags).toList();
    }

    private SecretBook book(String secret) {
        return find(secret)
                .orElseThrow(
                        () ->
                                new Unexpected(
                                        "ResourceNotFoundException: there is no secret %s."
                                                .formatted(secret)));
    }

    private Optional<SecretBook> find(String secret) {
        var named = books.get(secret);
        return named != null
                ? Optional.of(named)
                : books.values().stream().filter(book -> book.isCalled(secret)).findFirst();
    }

    private String newVersion() {
        return "00000000-0000-4000-8000-%012d".formatted(++versionsMade);
    }

    /// AWS ends the ARN of a secret with six characters of its own.
    private static String suffix(String secret) {
        return "-%06x".formatted(secret.hashCode() & 0xff_ffff);
    }
}
