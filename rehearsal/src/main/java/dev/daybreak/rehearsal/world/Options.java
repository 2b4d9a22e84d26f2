package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.data.Size;
import java.nio.file.Path;
import java.util.Optional;

/// What somebody wants to see rehearsed.
///
/// @param settings the migration's file
/// @param repository where the workflow's file is
/// @param home where Daybreak keeps caches and transcripts
/// @param size of the database that is moved
/// @param quiet whether the writers only read between snapshot and fence
/// @param fail the state of the workflow that fails for good
/// @param ask whether a person approves; otherwise the rehearsal does
/// @param keep whether the servers are left running
/// @param pace what the pauses between two looks are divided by: what takes minutes on AWS takes
///   seconds here
/// @param replay whether every step is run twice
public record Options(
        Path settings,
        Path repository,
        Path home,
        Size size,
        boolean quiet,
        Optional<String> fail,
        boolean ask,
        boolean keep,
        double pace,
        boolean replay) {
    /// Pauses of 45 s last 0.45 s, those of 2 s last 20 ms.
    public static final double PACE = 100;

    /// As `./daybreak rehearse` without options.
    public static Options plain(Path repository, Size size) {
        return new Options(
                repository.resolve("migration.json"),
                repository,
                repository.resolve(".daybreak"),
                size,
                false,
                Optional.empty(),
                false,
                false,
                PACE,
                false);
    }
}
