package dev.daybreak.rehearsal.command;

import dev.daybreak.settings.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The settings are not what they must be; all problems at once.
final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSettings(Path file, List<Problem> problems) {
        super(
                problems.stream()
                        .map(problem -> "  " + problem)
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "%s has %d problem%s:\n"
                                                .formatted(
                                                        file,
                                                        problems.size(),
                                                        problems.size() == 1 ? "" : "s"),
                                        "\nmigration.schema.json says what each field means;"
                                                + " migration.json is an example. Nothing was"
                                                + " started.")));
    }
}
