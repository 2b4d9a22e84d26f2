package dev.daybreak.rehearsal.simulation.fault;

/// Something happens in the world right before a call.
public enum Mishap implements Fault {
    /// Another writer changes a field of the application's secret.
    SECRET_CHANGED,
    /// Where everybody sleeps, somebody writes from now on.
    SOMEBODY_WRITES,
    /// Somebody scales the Deployment by hand.
    REPLICAS_RAISED,
    /// The external secrets operator does nothing for half an hour.
    OPERATOR_BROKEN,
    /// No pod becomes ready for half an hour.
    PODS_STUCK,
    /// No pod ends for half an hour.
    PODS_IMMORTAL,
    /// A client prepares a transaction and forgets it.
    TRANSACTION_PREPARED,
    /// The instance is `modifying` for ten minutes.
    INSTANCE_BUSY,
    /// The next snapshot, restore or start fails.
    NEXT_WORK_FAILS,
    /// The next copy that is restored lacks a row, and nobody says so.
    COPY_INCOMPLETE,
    /// The execution is stopped by hand; the function that is at work goes on.
    EXECUTION_STOPPED,
    /// The same state machine is started once more, beside the one that runs.
    STARTED_TWICE,
    /// Whoever is asked next says no.
    DECLINED,
    /// Nobody answers the next question.
    UNANSWERED,
    /// Whoever is asked next answers twice.
    ANSWERED_TWICE,
    /// The password is rotated, in the secret and in the database that it points to.
    PASSWORD_ROTATED,
    /// Somebody starts the old instance, if it is stopped.
    STARTED_BY_HAND,
    /// The schedule that keeps the old instance stopped does not fire for nine days, so that AWS
    /// starts it.
    SCHEDULE_MISSED
}
