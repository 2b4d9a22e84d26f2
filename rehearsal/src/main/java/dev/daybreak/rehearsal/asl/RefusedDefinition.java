package dev.daybreak.rehearsal.asl;

import java.util.List;
import java.util.stream.Collectors;

/// A definition that can't be run, with all its problems at once.
public final class RefusedDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedDefinition(String source, List<Problem> problems) {
        super(
                problems.stream()
                        .map(problem -> "  " + problem)
                        .collect(Collectors.joining("\n", source + " can't be run:\n", "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
