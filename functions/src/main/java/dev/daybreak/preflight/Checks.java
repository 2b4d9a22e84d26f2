package dev.daybreak.preflight;

import java.util.List;
import java.util.stream.Stream;

/// Every check there is, in the order in which people read them.
final class Checks {
    static final List<Check> ALL =
            Stream.of(
                            InstanceChecks.ALL,
                            SecretChecks.ALL,
                            DatabaseChecks.ALL,
                            WayBackChecks.ALL,
                            ApplicationChecks.ALL,
                            ExternalSecretChecks.ALL,
                            AccessChecks.ALL,
                            NameChecks.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Checks() {}
}
