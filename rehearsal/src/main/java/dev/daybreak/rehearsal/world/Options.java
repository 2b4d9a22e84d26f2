package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.data.Size;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
/// @param later what goes on after the cutover
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
        boolean replay,
        Later later) {
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
                false,
                Later.NONE);
    }

    /// What goes on after the cutover.
    ///
    /// @param days how many pass
    /// @param rollbackOn the day on which the application goes back
    /// @param leaves whether the old instance is taken away once it may be
    /// @param injections what goes wrong
    public record Later(
            int days, OptionalInt rollbackOn, boolean leaves, Set<Injection> injections) {
        public static final Later NONE = new Later(0, OptionalInt.empty(), false, Set.of());

        public Later {
            injections = Set.copyOf(injections);
            if (days < 0 || rollbackOn.orElse(0) > days) {
                throw new IllegalArgumentException("a rollback happens on one of the days");
            }
        }
    }

    /// The same with other days after it.
    public Options then(Later other) {
        return new Options(
                settings, repository, home, size, quiet, fail, ask, keep, pace, replay, other);
    }
}
