package dev.daybreak.rehearsal.report;

import java.time.Duration;
import java.time.Instant;

/// A task of the workflow as people are shown it: with all the looks of a loop in one.
///
/// @param looks how often the task ran
/// @param note what came of it, in a word or a sentence
public record Step(
        String state, int looks, Instant entered, Instant left, String note, boolean failed) {
    public Step {
        if (looks < 1) {
            throw new IllegalArgumentException(state + " never ran");
        }
    }

    public Duration took() {
        return Duration.between(entered, left);
    }

    Step and(Visit visit, String latest, boolean fails) {
        return new Step(state, looks + 1, entered, visit.left(), latest, fails);
    }

    static Step of(Visit visit, String note, boolean failed) {
        return new Step(visit.state(), 1, visit.entered(), visit.left(), note, failed);
    }

    public Visit visit() {
        return new Visit(state, entered, left);
    }
}
