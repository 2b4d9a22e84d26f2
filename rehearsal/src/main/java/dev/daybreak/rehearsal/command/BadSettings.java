package dev.daybreak.rehearsal.command;

import dev.daybreak.settings.MigrationJson.Reading;
import java.nio.file.Path;

/// The settings are not what they must be; all problems at once.
final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSettings(Path file, Reading.Refused refused) {
        super(refused.told(file, "Nothing was started."));
    }
}
