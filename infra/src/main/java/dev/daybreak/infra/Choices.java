package dev.daybreak.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.App;

/// What the CDK's context chooses: the settings' file, and by hand the Aurora stack. The CDK's
/// command line hands its own `-c` on; `./daybreak synth` takes the same.
public final class Choices {
    private static final String SETTINGS = "settings";
    private static final String SNAPSHOT = "snapshotId";
    private static final String ENGINE_VERSION = "engineVersion";
    private static final String STORAGE = "storageGiB";
    private static final List<String> ALL = List.of(SETTINGS, SNAPSHOT, ENGINE_VERSION, STORAGE);

    private final Path repository;
    private final SortedMap<String, String> context;

    private Choices(Path repository, Map<String, String> context) {
        this.repository = repository;
        this.context = new TreeMap<>(context);
    }

    /// @param app knows what the CDK's command line was given
    /// @param arguments `-c name=value`, as often as wanted
    static Choices of(Layout layout, App app, String... arguments) {
        var context = new TreeMap<String, String>();
        ALL.forEach(
                name ->
                        Optional.ofNullable(app.getNode().tryGetContext(name))
                                .ifPresent(value -> context.put(name, value.toString())));
        for (int at = 0; at < arguments.length; at += 2) {
            var pair = at + 1 < arguments.length ? arguments[at + 1].split("=", 2) : new String[0];
            if (!arguments[at].equals("-c") || pair.length < 2 || !ALL.contains(pair[0])) {
                throw new IllegalArgumentException(
                        "'%s' is not understood; allowed: -c NAME=VALUE, with one of %s. Nothing was made."
                                .formatted(
                                        String.join(
                                                " ",
                                                List.of(arguments).subList(at, arguments.length)),
                                        String.join(", ", ALL)));
            }
            context.put(pair[0], pair[1]);
        }
        return new Choices(layout.repository(), context);
    }

    Path settings() {
        return repository.resolve(context.getOrDefault(SETTINGS, "migration.json"));
    }

    /// Name or ARN of the snapshot that the Aurora stack is deployed from by hand.
    Optional<String> snapshot() {
        return Optional.ofNullable(context.get(SNAPSHOT));
    }

    /// Of Aurora, for example `16.11`.
    Optional<String> engineVersion() {
        return Optional.ofNullable(context.get(ENGINE_VERSION));
    }

    /// Of the instance, for the estimate of what Aurora costs.
    Optional<Long> storageGibibytes() {
        return Optional.ofNullable(context.get(STORAGE)).map(Choices::whole);
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed: a whole number of GiB. Nothing was made."
                            .formatted(STORAGE, text));
        }
    }
}
