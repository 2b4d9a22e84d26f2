package dev.daybreak.check;

import dev.daybreak.fault.BadInput;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Finding;
import dev.daybreak.validation.Looked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A group of checks, one after the other: none hides another, and what could not be looked at is a
/// finding. What may pass by itself is looked at again while there is patience.
final class Looks {
    private final List<Check> checks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<Runnable> notes = new ArrayList<>();
    private boolean mayPass;

    /// Looks at one thing and keeps what is said of it.
    void at(Check check, Consumer<Page> look) {
        checks.add(check);
        try {
            look.accept(new Page(check));
        } catch (Fault problem) {
            findings.add(unseen(check, problem));
            mayPass |= isPassing(problem);
        }
    }

    private static Finding unseen(Check check, Fault problem) {
        return new Finding(
                check,
                "It could not be looked at: " + problem.getMessage(),
                "Mend what is named, then start the validation again.");
    }

    private static boolean isPassing(Fault problem) {
        return switch (problem) {
            case Throttled _, Unavailable _, Overtaken _ -> true;
            case Denied _, Unexpected _, BadInput _ -> false;
        };
    }

    /// Writes down what the next day needs; what fails here fails the step.
    void note() {
        notes.forEach(Runnable::run);
    }

    /// Whether it is worth looking again.
    boolean isUnsure(Instant since, Instant now, Duration patience) {
        return mayPass && Duration.between(since, now).compareTo(patience) < 0;
    }

    /// What a second look would wait for.
    String waitingFor() {
        return findings.stream().map(Finding::what).collect(Collectors.joining(" "));
    }

    Looked looked() {
        return new Looked(findings, details, checks);
    }

    /// What is said of one check.
    final class Page {
        private final Check check;

        private Page(Check check) {
            this.check = check;
        }

        void finding(String what, String todo) {
            findings.add(new Finding(check, what, todo));
        }

        /// A finding only if it lasts.
        void unlessItPasses(String what, String todo) {
            finding(what, todo);
            mayPass = true;
        }

        /// What is to be written down once everything was looked at.
        void afterwards(Runnable note) {
            notes.add(note);
        }

        void detail(String text) {
            details.add(text);
        }
    }
}
