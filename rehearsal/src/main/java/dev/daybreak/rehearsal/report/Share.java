package dev.daybreak.rehearsal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whose time it is that passes in a state of the window.
public enum Share {
    /// Kubernetes ends and starts pods.
    PODS("pods end and start"),
    /// AWS copies: final snapshot, restore, removal beside it.
    COPYING("snapshot and restore"),
    /// Both databases are read and compared.
    COMPARING("both databases are compared"),
    /// All the rest is ours.
    DAYBREAK("Daybreak itself");

    private static final Set<String> OF_PODS =
            Set.of(
                    "AwaitNoPods",
                    "IsNoPodLeft",
                    "WaitForNoPods",
                    "Resume",
                    "AwaitReady",
                    "IsApplicationReady",
                    "WaitForApplication",
                    "Withdraw",
                    "AwaitWithdrawal",
                    "IsWithdrawn",
                    "WaitForWithdrawal",
                    "ResumeOnRds",
                    "AwaitReadyOnRds",
                    "IsReadyOnRds",
                    "WaitForReadyOnRds");
    private static final Set<String> OF_COPYING =
            Set.of(
                    "SnapshotAgain",
                    "CreateFinalAurora",
                    "AwaitFinalAurora",
                    "IsFinalAurora",
                    "WaitForFinalAurora");
    private static final Set<String> OF_COMPARING = Set.of("ProveEqual", "ProveUntouched");
    private static final Set<String> WITHIN_SNAPSHOT_AGAIN =
            Set.of(
                    "TakeFinalSnapshot",
                    "AwaitFinalSnapshot",
                    "IsFinalSnapshot",
                    "WaitForFinalSnapshot",
                    "FinalSnapshotAvailable",
                    "StartRemoval",
                    "RemoveCandidate",
                    "IsCandidateGone",
                    "WaitForCandidateToGo",
                    "CandidateGone");

    private final String words;

    Share(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// The states that are known by name.
    static Set<String> named() {
        return Stream.of(OF_PODS, OF_COPYING, OF_COMPARING, WITHIN_SNAPSHOT_AGAIN)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    static Share of(String state) {
        if (OF_PODS.contains(state)) {
            return PODS;
        }
        if (OF_COPYING.contains(state) || WITHIN_SNAPSHOT_AGAIN.contains(state)) {
            return COPYING;
        }
        return OF_COMPARING.contains(state) ? COMPARING : DAYBREAK;
    }

    /// Where the time between two moments went; what no state accounts for (pools that connect
    /// again, the writer's own pace) belongs to the pods.
    public static Map<Share, Duration> of(List<Visit> visits, Instant from, Instant until) {
        var shares = new EnumMap<Share, Duration>(Share.class);
        var told = Duration.ZERO;
        for (Share share : values()) {
            shares.put(share, Duration.ZERO);
        }
        for (Visit visit : visits) {
            if (!WITHIN_SNAPSHOT_AGAIN.contains(visit.state())) {
                var within = visit.within(from, until);
                shares.merge(of(visit.state()), within, Duration::plus);
                told = told.plus(within);
            }
        }
        var rest = Duration.between(from, until).minus(told);
        if (rest.isPositive()) {
            shares.merge(PODS, rest, Duration::plus);
        }
        return shares;
    }
}
