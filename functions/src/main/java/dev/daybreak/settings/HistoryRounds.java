package dev.daybreak.settings;

import dev.daybreak.migration.Limits;
import dev.daybreak.migration.Migration;
import java.time.Duration;
import java.util.Optional;

/// How often a migration and its return look again, or a rollback and its return, if every wait
/// lasts to its end. Each look is nine events of a history that holds 25,000
/// (<https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html>).
final class HistoryRounds {
    /// 23,400 events; the rest is for the states without a wait, and for retries.
    private static final int MAX = 2600;

    /// Ordering a snapshot and awaiting it, before the window and behind the fence.
    private static final int OF_SNAPSHOT = 4;

    /// Before the window, and from the final snapshot.
    private static final int OF_AURORA = 2;

    /// The trial, the candidate of the window, what is left over.
    private static final int OF_REMOVAL = 3;

    /// On the way there, and on the way back.
    private static final int OF_QUICK = 2;

    /// Measured once, before each of two swaps, and on the way back; a call is seven events.
    private static final int OF_PROOF = 4;

    private HistoryRounds() {}

    static Optional<Problem> problem(Migration migration) {
        long rounds = Math.max(ofMigration(migration), ofRollback(migration));
        var found =
                "%d rounds in one execution and its return, if every wait lasts to its end"
                        .formatted(rounds);
        var allowed =
                "%d rounds in all, or the execution's history is full (longer polls, or shorter limits)"
                        .formatted(MAX);
        return rounds > MAX ? Optional.of(new Problem("limits", found, allowed)) : Optional.empty();
    }

    private static long ofMigration(Migration migration) {
        var limits = migration.limits();
        var slow = migration.polls().slow();
        return OF_SNAPSHOT * rounds(limits.snapshot(), slow)
                + OF_AURORA * rounds(limits.aurora(), slow)
                + OF_REMOVAL * rounds(limits.removal(), slow)
                + OF_PROOF * rounds(limits.proof(), Limits.PROOF_CALL) * 7 / 9
                + OF_QUICK * ofWindow(migration);
    }

    /// The old instance is started first, where it does not run.
    private static long ofRollback(Migration migration) {
        var limits = migration.limits();
        var polls = migration.polls();
        return rounds(limits.aurora(), polls.slow())
                + rounds(limits.proof(), Limits.PROOF_CALL)
                + rounds(limits.catchUp(), polls.quick())
                + OF_QUICK * ofWindow(migration);
    }

    private static long ofWindow(Migration migration) {
        var limits = migration.limits();
        var quick = migration.polls().quick();
        return rounds(limits.podsGone(), quick)
                + rounds(limits.secretRefresh(), quick)
                + rounds(limits.podsReady(), quick)
                + rounds(limits.verification(), quick);
    }

    /// A look begins as long as the limit is not reached: one more than fit in.
    private static long rounds(Duration lasts, Duration every) {
        return lasts.dividedBy(every) + 1;
    }
}
