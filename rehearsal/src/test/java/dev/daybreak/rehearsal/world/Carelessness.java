package dev.daybreak.rehearsal.world;

import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.secret.SecretVersion;
import java.util.Map;
import java.util.Optional;

/// Secrets Manager without the compare-and-swap: what was read once is taken for what is there.
final class Carelessness implements Secrets {
    private final Secrets secrets;
    private final String careless;
    private final SecretVersion read;

    /// @param careless the secret that is written without looking
    Carelessness(Secrets secrets, String careless) {
        this.secrets = secrets;
        this.careless = careless;
        this.read = secrets.current(careless);
    }

    @Override
    public Optional<SecretFacts> describe(String secret) {
        return secrets.describe(secret);
    }

    @Override
    public SecretVersion current(String secret) {
        return secret.equals(careless) ? read : secrets.current(secret);
    }

    @Override
    public Optional<SecretVersion> labelled(String secret, String label) {
        return secrets.labelled(secret, label);
    }

    @Override
    public void create(String secret, SecretFields fields, Map<String, String> tags) {
        secrets.create(secret, fields, tags);
    }

    @Override
    public void add(String secret, String version, String label, SecretFields fields) {
        secrets.add(secret, version, label, fields);
    }

    @Override
    public void label(String secret, String version, String label) {
        secrets.label(secret, version, label);
    }

    @Override
    public void unlabel(String secret, String version, String label) {
        secrets.unlabel(secret, version, label);
    }

    @Override
    public void makeCurrent(String secret, String version, String insteadOf) {
        secrets.makeCurrent(secret, version, secrets.current(secret).id());
    }
}
