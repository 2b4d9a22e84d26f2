package dev.daybreak.rehearsal.asl;

import java.util.Optional;

/// The events that tell of a state of one type; a Fail state is never left, and only states that
/// take time can be aborted.
record StateEvents(
        EventType entered,
        Optional<EventType> exited,
        Optional<EventType> failed,
        Optional<EventType> aborted) {
    private static final StateEvents TASK =
            new StateEvents(
                    EventType.TASK_STATE_ENTERED,
                    Optional.of(EventType.TASK_STATE_EXITED),
                    Optional.empty(),
                    Optional.of(EventType.TASK_STATE_ABORTED));
    private static final StateEvents PARALLEL =
            new StateEvents(
                    EventType.PARALLEL_STATE_ENTERED,
                    Optional.of(EventType.PARALLEL_STATE_EXITED),
                    Optional.of(EventType.PARALLEL_STATE_FAILED),
                    Optional.of(EventType.PARALLEL_STATE_ABORTED));
    private static final StateEvents MAP =
            new StateEvents(
                    EventType.MAP_STATE_ENTERED,
                    Optional.of(EventType.MAP_STATE_EXITED),
                    Optional.of(EventType.MAP_STATE_FAILED),
                    Optional.of(EventType.MAP_STATE_ABORTED));
    private static final StateEvents WAIT =
            new StateEvents(
                    EventType.WAIT_STATE_ENTERED,
                    Optional.of(EventType.WAIT_STATE_EXITED),
                    Optional.empty(),
                    Optional.of(EventType.WAIT_STATE_ABORTED));
    private static final StateEvents CHOICE =
            quick(EventType.CHOICE_STATE_ENTERED, Optional.of(EventType.CHOICE_STATE_EXITED));
    private static final StateEvents PASS =
            quick(EventType.PASS_STATE_ENTERED, Optional.of(EventType.PASS_STATE_EXITED));
    private static final StateEvents SUCCEED =
            quick(EventType.SUCCEED_STATE_ENTERED, Optional.of(EventType.SUCCEED_STATE_EXITED));
    private static final StateEvents FAIL = quick(EventType.FAIL_STATE_ENTERED, Optional.empty());

    private static StateEvents quick(EventType entered, Optional<EventType> exited) {
        return new StateEvents(entered, exited, Optional.empty(), Optional.empty());
    }

    static StateEvents of(State state) {
        return switch (state) {
            case State.Task _ -> TASK;
            case State.Parallel _ -> PARALLEL;
            case State.ForEach _ -> MAP;
            case State.Choice _ -> CHOICE;
            case State.Wait _ -> WAIT;
            case State.Pass _ -> PASS;
            case State.Succeed _ -> SUCCEED;
            case State.Fail _ -> FAIL;
        };
    }

    /// In the words of Step Functions.
    static String tooLarge(String what) {
        return ("The state/task '%s' returned a result with a size exceeding the maximum number of"
                        + " bytes service limit.")
                .formatted(what);
    }
}
