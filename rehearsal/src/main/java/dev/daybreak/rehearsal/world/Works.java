package dev.daybreak.rehearsal.world;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.rehearsal.asl.Tasks.Work;
import java.util.Set;

/// What may stand between the workflow and its functions.
final class Works {
    private static final Set<String> ABOUT_PEOPLE =
            Set.of(
                    "AnnounceFunction",
                    "AnnounceDecommissionFunction",
                    "AskForRepairFunction",
                    "ReportKeepingFunction",
                    "RequestApprovalFunction",
                    "RequestDecommissionFunction",
                    "TellDayFunction");

    private Works() {}

    /// A state fails for good: its function is never reached.
    static Work failing(String state, Work work) {
        return call -> {
            if (call.origin().state().equals(state)) {
                throw new Unexpected("This failure was asked for (--fail %s).".formatted(state));
            }
            return work.call(call);
        };
    }

    /// Every function is run twice with the same order, as after a lost answer; the second answer
    /// counts.
    static Work replayed(Work work) {
        return call -> {
            if (call instanceof TaskCall.Invoke invoke && !isAboutPeople(invoke)) {
                work.call(call);
            }
            return work.call(call);
        };
    }

    /// A message that is sent again reaches people twice: SNS knows no better.
    private static boolean isAboutPeople(TaskCall.Invoke invoke) {
        return ABOUT_PEOPLE.contains(invoke.function());
    }

    /// Hands the question on to whom it is for, once it was sent.
    static Work asking(Asked asked, Work work) {
        return call -> {
            var answer = work.call(call);
            if (call instanceof TaskCall.Invoke invoke && invoke.origin().token().isPresent()) {
                asked.asked(invoke.origin().token().get(), invoke);
            }
            return answer;
        };
    }

    /// Somebody who has the token can answer.
    @FunctionalInterface
    interface Asked {
        void asked(String token, TaskCall.Invoke question);
    }
}
