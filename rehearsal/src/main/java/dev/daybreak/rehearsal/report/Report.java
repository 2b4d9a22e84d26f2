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
/// @param days what happened on the days after the cutover
/// @param rollback how long the application was without its database on the way back, where it went
///   back
/// @param folder where transcript and reports are
public record Report(
        boolean asExpected,
        Optional<String> error,
        Optional<String> cause,
        String size,
        Duration took,
        Optional<Downtime> downtime,
        Optional<Duration> forecast,
        List<LaterDay> days,
        Optional<Duration> rollback,
        WritersNow writers,
        List<Verdict> promises,
        List<Alert> alerts,
        List<Visit> visits,
        long memoryMebibytes,
        Path folder) {
    public Report {
        days = List.copyOf(days);
        promises = List.copyOf(promises);
        alerts = List.copyOf(alerts);
        visits = List.copyOf(visits);
    }

    /// How it ended, in a sentence.
    public String ending() {
        var words =
                switch (error.orElse("")) {
                    case "" ->
                            rollback.isPresent()
                                    ? "The application is back on RDS, with all that it wrote."
                                    : "The application runs on Aurora.";
                    case "Daybreak.Returned" -> "The application is back on RDS, as it was.";
                    case "Daybreak.Stopped" -> "Stopped before the window: nothing was touched.";
                    case "Daybreak.Refused" -> "Refused before the window: nothing was touched.";
                    case "Daybreak.StayedOnAurora" -> "The application stays on Aurora.";
                    case "Daybreak.ReturnFailed" -> "The return failed: a person was paged.";
                    default -> "Ended as %s.".formatted(error.orElse(""));
                };
        return asExpected && error.isPresent() ? words + " That was asked for." : words;
    }

    /// The exit code is 0 only then.
    public boolean isGood() {
        return asExpected && promises.stream().allMatch(Verdict::held);
    }
}
