package dev.daybreak.rehearsal.simulation;

import dev.daybreak.migration.Migration;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.nio.file.Path;

/// What tests of the simulator run: the deployed workflows with the shipped settings.
final class Simulated {
    private static final Path REPOSITORY = Path.of("..");

    private Simulated() {}

    static Workflows workflows() {
        return MigrationJson.read(REPOSITORY.resolve("migration.json"))
                        instanceof Reading.Read(var migration)
                ? Workflows.load(REPOSITORY, migration)
                : Workflows.load(REPOSITORY, refused());
    }

    private static Migration refused() {
        throw new AssertionError("migration.json is not good");
    }
}
