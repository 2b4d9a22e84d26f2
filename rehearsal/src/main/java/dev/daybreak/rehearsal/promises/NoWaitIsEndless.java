package dev.daybreak.rehearsal.promises;

import dev.daybreak.migration.Limits;
import dev.daybreak.rehearsal.report.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Each wait ends within its limit, one way or the other.
final class NoWaitIsEndless implements Promise {
    /// Once a person has mended something, the wait begins anew.
    private static final String ASKED = "Ask";

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public String words() {
        return "No wait is endless.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        var limits = limits(evidence.limits());
        var broken = new ArrayList<String>();
        longest(evidence.visits(), limits.keySet())
                .forEach(
                        (state, took) -> {
                            var limit = limits.getOrDefault(state, Duration.ZERO);
                            if (took.compareTo(limit.plus(evidence.lastLook())) > 0) {
                                broken.add(
                                        "%s went on for %d s; its limit is %d s."
                                                .formatted(
                                                        state,
                                                        took.toSeconds(),
                                                        limit.toSeconds()));
                            }
                        });
        return broken;
    }

    /// The longest wait in each state, from its first look to the end of its last.
    private static SortedMap<String, Duration> longest(List<Visit> visits, Set<String> waits) {
        var longest = new TreeMap<String, Duration>();
        var began = new HashMap<String, Instant>();
        for (var visit : visits) {
            if (visit.state().startsWith(ASKED)) {
                began.clear();
            } else if (waits.contains(visit.state())) {
                var since = began.computeIfAbsent(visit.state(), _ -> visit.entered());
                var took = Duration.between(since, visit.left());
                longest.merge(visit.state(), took, NoWaitIsEndless::longer);
            }
        }
        return longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// The looks of each wait, by the name of their state.
    private static Map<String, Duration> limits(Limits limits) {
        return Map.ofEntries(
                Map.entry("AwaitSnapshot", limits.snapshot()),
                Map.entry("AwaitFinalSnapshot", limits.snapshot()),
                Map.entry("AwaitAurora", limits.aurora()),
                Map.entry("AwaitFinalAurora", limits.aurora()),
                Map.entry("RemoveTrial", limits.removal()),
                Map.entry("RemoveCandidate", limits.removal()),
                Map.entry("RemoveLeftovers", limits.removal()),
                Map.entry("RequestApproval", limits.approval()),
                Map.entry("AwaitNoPods", limits.podsGone()),
                Map.entry("AwaitWithdrawal", limits.podsGone()),
                Map.entry("Fence", limits.fence()),
                Map.entry("AwaitSecret", limits.secretRefresh()),
                Map.entry("AwaitSecretBack", limits.secretRefresh()),
                Map.entry("AwaitReady", limits.podsReady()),
                Map.entry("AwaitReadyOnRds", limits.podsReady()),
                Map.entry("Verify", limits.verification()),
                Map.entry("VerifyOnRds", limits.verification()));
    }
}
