package dev.daybreak.rehearsal.report;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.promises.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rehearsals that never ran.
public final class Stories {
    static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");

    private Stories() {}

    /// Moved after ten seconds, five of which the writers felt; a note tries to be HTML.
    public static Story moved(Path folder) {
        var prove = step("Preflight", 0, 4000, "Ready <script>alert(1)</script>");
        var snapshot = step("AwaitFinalSnapshot", 5000, 3000, "Available");
        var report = report(folder, List.of(prove.visit(), snapshot.visit()));
        var beats =
                List.of(
                        new Beats.Beat(9, 0, 0, 0),
                        new Beats.Beat(0, 3, 0, 1),
                        new Beats.Beat(0, 0, 8, 0));
        return new Story(
                report,
                List.of(
                        new Story.Scene(Phase.PREPARE, prove),
                        new Story.Scene(Phase.CUT_OVER, snapshot)),
                new Beats(BEGIN, Beats.FINEST, beats));
    }

    private static Report report(Path folder, List<Visit> visits) {
        return new Report(
                true,
                Optional.empty(),
                Optional.of("a cause"),
                "200MB",
                Duration.ofSeconds(10),
                Optional.of(
                        Downtime.between(BEGIN.plusSeconds(4), BEGIN.plusSeconds(9), 17, visits)),
                Optional.of(Duration.ofSeconds(6)),
                List.of(new LaterDay(1, "rolled back")),
                Optional.of(Duration.ofSeconds(2)),
                new WritersNow(9, 3, 8, 1, true, Duration.ZERO),
                List.of(new Verdict("P1", "No acknowledged write is lost.", List.of("one was"))),
                List.of(
                        new Alert(
                                Alert.Level.INFO,
                                "Daybreak: moved",
                                "It is done.",
                                "Aurora takes the writes.",
                                "Nothing.",
                                List.of(),
                                Map.of())),
                visits,
                270,
                folder);
    }

    static Step step(String state, long millis, long took, String note) {
        var entered = BEGIN.plusMillis(millis);
        return new Step(state, 2, entered, entered.plusMillis(took), note, false);
    }
}
