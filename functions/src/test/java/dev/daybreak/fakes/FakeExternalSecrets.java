package dev.daybreak.fakes;

import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.RenderedSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An operator that does nothing by itself; what it rendered and what it claims are two things.
public final class FakeExternalSecrets implements ExternalSecrets {
    private final Journal journal;
    private final Map<String, ExternalSecret> reading = new TreeMap<>();
    private final Map<String, RenderedSecret> rendered = new HashMap<>();
    private final Map<String, String> asked = new HashMap<>();

    FakeExternalSecrets(Journal journal) {
        this.journal = journal;
    }

    public void put(ExternalSecret externalSecret) {
        reading.put(externalSecret.name(), externalSecret);
    }

    public void render(String name, String key, String value) {
        rendered.put(name + "/" + key, new RenderedSecret(name, key, "1", value));
    }

    @Override
    public List<ExternalSecret> reading(String secret) {
        return List.copyOf(reading.values());
    }

    @Override
    public void refresh(String externalSecret, String value) {
        if (!value.equals(asked.put(externalSecret, value))) {
            journal.write("refresh %s by %s".formatted(externalSecret, value));
        }
    }

    @Override
    public Optional<RenderedSecret> rendered(String name, String key) {
        return Optional.ofNullable(rendered.get(name + "/" + key));
    }
}
