package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.asl.EventType;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Listener;
import dev.daybreak.rehearsal.report.Cause;
import dev.daybreak.rehearsal.report.Note;
import dev.daybreak.rehearsal.report.Reporter;
import dev.daybreak.rehearsal.report.Visit;
import dev.daybreak.rehearsal.report.Visits;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Follows the workflow: writes the transcript, tells the reporter, and moves the clients as the
/// workflow gets on.
final class Watch implements Listener {
    private final World world;
    private final boolean quiet;
    private final Reporter reporter;
    private final BufferedWriter transcript;
    private final Visits visits = new Visits();
    private Optional<Duration> forecast = Optional.empty();

    Watch(World world, boolean quiet, Reporter reporter, BufferedWriter transcript) {
        this.world = world;
        this.quiet = quiet;
        this.reporter = reporter;
        this.transcript = transcript;
    }

    @Override
    public void heard(HistoryEvent event) {
        write(event);
        if (event.type().toString().endsWith("StateEntered")) {
            reporter.entered(event.state());
        }
        if (event.type() == EventType.TASK_STATE_ENTERED) {
            entered(event.state());
        } else if (event.type() == EventType.TASK_STATE_EXITED) {
            var output = event.details().path("output");
            left(event.state(), output.path("decision").asText());
            var milliseconds = output.path("forecast").path("milliseconds");
            forecast =
                    milliseconds.isNumber()
                            ? Optional.of(Duration.ofMillis(milliseconds.asLong()))
                            : forecast;
        }
        visits.heard(event).ifPresent(visit -> reporter.visited(visit, note(event)));
    }

    /// An execution beside the judged one: the transcript has it too.
    void beside(HistoryEvent event) {
        write(event);
    }

    List<Visit> visits() {
        return visits.all();
    }

    /// Of the downtime, as it was shown at the approval.
    Optional<Duration> forecast() {
        return forecast;
    }

    private void entered(String state) {
        switch (state) {
            case "Preflight" -> world.clients().quiet(quiet);
            case "LiftFence" -> world.clients().ledger().allow("rds");
            case "OpenForWrites", "OpenAurora" -> world.clients().ledger().allow("aurora");
            default -> {}
        }
    }

    private void left(String state, String decision) {
        if (!decision.equals("Fenced")) {
            return;
        }
        switch (state) {
            case "FenceAurora" -> {
                var aurora = world.foundation().aurora();
                world.clients().stray("early-bird", world.application(aurora));
            }
            case "Fence" -> {
                world.clients().ledger().forbid("rds");
                world.clients().quiet(false);
            }
            default -> {}
        }
    }

    private static Note note(HistoryEvent event) {
        var output = event.details().path("output");
        if (output.path("Error").isTextual() && output.path("Cause").isTextual()) {
            return new Note(Cause.of(output.path("Cause").asText()).words(), true);
        }
        for (var field : List.of("why", "waitingFor", "status", "where", "doing")) {
            if (output.path(field).isTextual()) {
                return new Note(output.path(field).asText(), false);
            }
        }
        return new Note(output.path("decision").asText(), false);
    }

    private synchronized void write(HistoryEvent event) {
        try {
            transcript.write(event.line());
            transcript.newLine();
            transcript.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the transcript cannot be written", e);
        }
    }
}
