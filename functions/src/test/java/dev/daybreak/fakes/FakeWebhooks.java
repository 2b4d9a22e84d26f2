package dev.daybreak.fakes;

import dev.daybreak.ports.Webhooks;
import java.util.ArrayList;
import java.util.List;

/// Everything that the chat was told, each with the secret of its webhook.
public final class FakeWebhooks implements Webhooks {
    private final Journal journal;
    private final List<Post> posted = new ArrayList<>();

    FakeWebhooks(Journal journal) {
        this.journal = journal;
    }

    public record Post(String secret, String text) {}

    @Override
    public void post(String secret, String text) {
        posted.add(new Post(secret, text));
        journal.write("post '%s'".formatted(text));
    }

    public List<Post> posted() {
        return List.copyOf(posted);
    }
}
