package dev.daybreak.rehearsal.cloud.template;

import java.util.List;

/// A template that a rehearsal cannot play, with all its problems at once.
public final class RefusedTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    RefusedTemplate(String source, List<String> problems) {
        super("%s can't be played:\n  %s".formatted(source, String.join("\n  ", problems)));
        this.problems = List.copyOf(problems);
    }

    /// Each begins with its place in the file, a JSON pointer.
    public List<String> problems() {
        return problems;
    }
}
