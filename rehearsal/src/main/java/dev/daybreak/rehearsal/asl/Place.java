package dev.daybreak.rehearsal.asl;

import java.util.ArrayList;
import java.util.List;

/// Where in a definition the loader is, and the problems that it found so far.
record Place(String pointer, String state, List<Problem> problems) {
    static Place root(List<Problem> problems) {
        return new Place("", "", problems);
    }

    static List<Problem> noProblems() {
        return new ArrayList<>();
    }

    Place at(String field) {
        var escaped = field.replace("~", "~0").replace("/", "~1");
        return new Place(pointer + "/" + escaped, state, problems);
    }

    Place at(int index) {
        return at(String.valueOf(index));
    }

    Place inState(String name) {
        return new Place(at(name).pointer, name, problems);
    }

    void invalid(String what) {
        problems.add(new Problem(Problem.Kind.INVALID, pointer, state, what));
    }

    void unsupported(String what) {
        problems.add(new Problem(Problem.Kind.UNSUPPORTED, pointer, state, what));
    }
}
