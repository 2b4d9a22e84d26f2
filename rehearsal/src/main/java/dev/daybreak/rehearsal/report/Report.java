package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.promises.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a rehearsal showed.
///
/// @param asExpected whether the execution ended as it should: moved, or returned where a failure
///   was asked for
/// @param error the execution's error where it failed
/// @param forecast of the downtime, as it was shown at the approval
/// @param folder where transcript and reports are
public record Report(
        boolean asExpected,
        Optional<String> error,
        Optional<String> cause,
        String size,
        Duration took,
        Optional<Downtime> downtime,
        Optional<Duration> forecast,
        WritersNow writers,
        List<Verdict> promises,
        List<Alert> alerts,
        List<Visit> visits,
        long memoryMebibytes,
        Path folder) {
    public Report {
        promises = List.copyOf(promises);
        alerts = List.copyOf(alerts);
        visits = List.copyOf(visits);
    }

    /// The exit code is 0 only then.
    public boolean isGood() {
        return asExpected && promises.stream().allMatch(Verdict::held);
    }
}
