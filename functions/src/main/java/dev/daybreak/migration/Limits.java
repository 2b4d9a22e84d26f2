package dev.daybreak.migration;

import java.time.Duration;

/// How long each wait may last; running into a limit is a decision, never a hang.
///
/// @param snapshot until a snapshot can be ordered, and again until it is available
/// @param aurora until the cluster and its writer are available
/// @param removal until a cluster and its stack are gone
/// @param approval until somebody has answered
/// @param repair until somebody has mended what keeps a return, or the autoscalers, from ending
/// @param proof until both databases are compared, over all calls; looked at after each call
/// @param podsGone until no pod is left
/// @param fence until the last session has ended
/// @param secretRefresh until the Kubernetes Secret holds the new host
/// @param podsReady until every pod is ready
/// @param verification until each pod is seen connected and the application says that it is well
/// @param catchUp until RDS has applied everything that Aurora was written, in a rollback
/// @param idleTransaction how old an open transaction may be when the migration starts
public record Limits(
        Duration snapshot,
        Duration aurora,
        Duration removal,
        Duration approval,
        Duration repair,
        Duration proof,
        Duration podsGone,
        Duration fence,
        Duration secretRefresh,
        Duration podsReady,
        Duration verification,
        Duration catchUp,
        Duration idleTransaction) {
    /// How long one call of a proof goes on to begin pieces; whatever is left needs another call.
    public static final Duration PROOF_CALL = Duration.ofMinutes(10);

    /// What holds where the settings say nothing.
    public static final Limits DEFAULT =
            new Limits(
                    Duration.ofHours(2),
                    Duration.ofHours(3),
                    Duration.ofMinutes(45),
                    Duration.ofHours(24),
                    Duration.ofHours(24),
                    Duration.ofHours(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10));
}
