package dev.daybreak.rehearsal.promises;

import dev.daybreak.migration.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return limits(evidence.limits()).entrySet().stream()
                .flatMap(limit -> broken(evidence, limit).stream())
                .sorted()
                .toList();
    }

    private static Optional<String> broken(Evidence evidence, Map.Entry<String, Duration> limit) {
        var longest = Duration.ZERO;
        Optional<Instant> began = Optional.empty();
        for (var visit : evidence.visits()) {
            if (visit.state().startsWith(ASKED)) {
                began = Optional.empty();
            } else if (visit.state().equals(limit.getKey())) {
                began = began.or(() -> Optional.of(visit.entered()));
                var took = Duration.between(began.get(), visit.left());
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
        }
        return longest.compareTo(limit.getValue().plus(evidence.lastLook())) <= 0
                ? Optional.empty()
                : Optional.of(
                        "%s went on for %d s; its limit is %d s."
                                .formatted(
                                        limit.getKey(),
                                        longest.toSeconds(),
                                        limit.getValue().toSeconds()));
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
