package dev.daybreak.aws;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Notes;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.model.DeleteParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;

/// Notes in Parameter Store. The tier is chosen by AWS: only a note beyond 4 KB costs anything.
public final class SsmNotes implements Notes {
    private final AwsClients clients;
    private final String migration;

    public SsmNotes(AwsClients clients, String migration) {
        this.clients = clients;
        this.migration = migration;
    }

    @Override
    public Optional<String> read(Topic topic) {
        var ask = GetParameterRequest.builder().name(name(topic)).build();
        return Outcome.of("read " + name(topic), () -> clients.ssm.get().getParameter(ask))
                .ifPresent()
                .map(answer -> answer.parameter().value());
    }

    @Override
    public void write(Topic topic, String note) {
        var order = order(topic, note, true);
        Outcome.of("write " + name(topic), () -> clients.ssm.get().putParameter(order)).orThrow();
    }

    @Override
    public boolean writeFirst(Topic topic, String note) {
        var order = order(topic, note, false);
        return Outcome.of("write " + name(topic), () -> clients.ssm.get().putParameter(order))
                .isNew();
    }

    @Override
    public void erase(Topic topic) {
        var order = DeleteParameterRequest.builder().name(name(topic)).build();
        Outcome.of("erase " + name(topic), () -> clients.ssm.get().deleteParameter(order))
                .ifPresent();
    }

    private PutParameterRequest order(Topic topic, String note, boolean again) {
        if (note.length() > CHARACTERS_MAX) {
            throw new Unexpected(
                    "The note %s has %d characters; Parameter Store takes %d."
                            .formatted(name(topic), note.length(), CHARACTERS_MAX));
        }
        return PutParameterRequest.builder()
                .name(name(topic))
                .value(note)
                .type(ParameterType.STRING)
                .tier(ParameterTier.INTELLIGENT_TIERING)
                .overwrite(again)
                .build();
    }

    private String name(Topic topic) {
        return "/daybreak/%s/%s".formatted(migration, topic.key());
    }
}
