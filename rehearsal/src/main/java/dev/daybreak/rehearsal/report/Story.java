package dev.daybreak.rehearsal.report;

import java.util.Comparator;
import java.util.List;

/// A whole rehearsal for those who show it: what it came to, and how it went.
public record Story(Report report, List<Scene> scenes, Beats beats) {
    public Story {
        scenes = List.copyOf(scenes);
    }

    /// A step and the part of the migration that it belongs to.
    public record Scene(Phase phase, Step step) {}

    /// The steps that took most of the downtime, the slowest first.
    public List<Part> slowest(int atMost) {
        return report.downtime().stream()
                .flatMap(
                        down ->
                                scenes.stream()
                                        .map(scene -> Part.of(scene.step(), down))
                                        .filter(part -> part.within().isPositive()))
                .sorted(Comparator.comparing(Part::within).reversed())
                .limit(atMost)
                .toList();
    }

    /// How much of a step lies within the downtime.
    public record Part(Step step, java.time.Duration within) {
        private static Part of(Step step, Downtime down) {
            return new Part(step, step.visit().within(down.from(), down.until()));
        }
    }
}
