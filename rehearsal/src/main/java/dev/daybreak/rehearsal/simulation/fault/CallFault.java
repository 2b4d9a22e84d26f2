package dev.daybreak.rehearsal.simulation.fault;

import java.util.Set;

/// The call itself, or the function that makes it, goes wrong.
///
/// What Lambda and Step Functions make of a function that dies is `Lambda.Unknown`, of one that
/// takes too long `Sandbox.Timedout`
/// (<https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html>).
public enum CallFault implements Fault {
    /// The function dies before the call has an effect.
    CRASH_BEFORE,
    /// The function dies after it; nobody knows.
    CRASH_AFTER,
    /// The function's time is up after the effect.
    TIMED_OUT,
    /// The whole function is run once more after it answered; the second answer counts.
    TWICE,
    /// AWS's `Throttling`, `TooManyRequestsException`.
    THROTTLED,
    /// A 5xx, or a connection that was cut before the effect.
    SERVER_ERROR,
    /// The call took effect, and the connection was cut before the answer.
    ANSWER_LOST,
    /// `AccessDenied`: somebody took a permission away for a moment.
    DENIED,
    /// The call took effect, and then the function failed in a way that no retry mends.
    FAILED_AFTER,
    /// The service that is called is down for half an hour.
    OUTAGE,
    /// The function dies whenever it is started, for half an hour.
    FUNCTION_BROKEN,
    /// An answer from before: what was just made is not there, what was just changed is as it was.
    STALE,
    /// A status that AWS invented yesterday.
    UNKNOWN_STATUS;

    private static final Set<String> CHANGING =
            Set.of(
                    "send",
                    "post",
                    "unprotect",
                    "deleteMember",
                    "delete",
                    "changePassword",
                    "ensureRole",
                    "scale",
                    "refresh",
                    "raise",
                    "admitReaders",
                    "lift",
                    "start",
                    "stop",
                    "restore",
                    "put",
                    "write",
                    "writeFirst",
                    "erase",
                    "pause",
                    "create",
                    "add",
                    "label",
                    "unlabel",
                    "makeCurrent",
                    "take",
                    "update",
                    "plan",
                    "execute",
                    "discard",
                    "publish",
                    "prepare",
                    "open",
                    "mark",
                    "carrySequences",
                    "unsubscribe",
                    "dropSlot");

    private static final Set<String> DATABASE =
            Set.of("Databases", "Fences", "Comparisons", "Streams", "Soundings", "Holdings");

    private static final Set<String> WITH_STATUS =
            Set.of("Instances.find", "Snapshots.find", "Clusters.find", "Stacks.find");

    /// Services whose answers may be older than the last change.
    private static final Set<String> EVENTUALLY_CONSISTENT =
            Set.of("Instances", "Snapshots", "Clusters", "Stacks", "Notes", "Secrets");

    /// Whether such a thing can happen at a call.
    boolean fits(Site site) {
        if (site.isMoment()) {
            return this == CRASH_BEFORE || this == SERVER_ERROR;
        }
        var changes = CHANGING.contains(site.method());
        return switch (this) {
            case CRASH_BEFORE, SERVER_ERROR, DENIED, OUTAGE, TWICE, FUNCTION_BROKEN -> true;
            case CRASH_AFTER, TIMED_OUT, ANSWER_LOST, FAILED_AFTER -> changes;
            case THROTTLED -> !DATABASE.contains(site.port());
            case STALE -> !changes && EVENTUALLY_CONSISTENT.contains(site.port());
            case UNKNOWN_STATUS -> WITH_STATUS.contains(site.port() + "." + site.method());
        };
    }
}
