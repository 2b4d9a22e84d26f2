package dev.daybreak.rehearsal.command;

import dev.daybreak.migration.Migration;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which migration it is about.
final class SettingsOption {
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = {
                "The settings of the migration; by default the migration.json of this repository.",
                "Your editor knows them from migration.schema.json."
            })
    private @Nullable Path file;

    Path file() {
        return file == null ? Place.repository().resolve("migration.json") : file;
    }

    Migration read() {
        return switch (MigrationJson.read(file())) {
            case Reading.Refused refused -> throw new BadSettings(file(), refused);
            case Reading.Read read -> read.migration();
        };
    }
}
