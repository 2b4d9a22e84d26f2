package dev.daybreak.preflight;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// For each check, ways to make exactly that one fail.
record Spoiler(String check, Outcome outcome, boolean again, Consumer<World> spoil) {
    enum Outcome {
        WARNS,
        REFUSES
    }

    static Stream<Spoiler> all() {
        return Stream.of(
                        SourceSpoilers.instance(),
                        SourceSpoilers.secrets(),
                        SourceSpoilers.logins(),
                        SourceSpoilers.database(),
                        SourceSpoilers.wayBack(),
                        ApplicationSpoilers.application(),
                        ApplicationSpoilers.external(),
                        ApplicationSpoilers.access(),
                        ApplicationSpoilers.names())
                .flatMap(List::stream);
    }

    static Spoiler refuses(String check, Consumer<World> spoil) {
        return new Spoiler(check, Outcome.REFUSES, false, spoil);
    }

    static Spoiler warns(String check, Consumer<World> spoil) {
        return new Spoiler(check, Outcome.WARNS, false, spoil);
    }

    @Override
    public String toString() {
        return "%s %s".formatted(check, outcome);
    }
}
