package dev.daybreak.preflight;

import java.util.ArrayList;
import java.util.List;

/// Everything that preflight found.
///
/// @param passed the names of the checks that passed
/// @param notes what is worth knowing of some that passed
public record Findings(
        List<String> passed, List<Finding> notes, List<Finding> warnings, List<Finding> refusals) {
    public Findings {
        passed = List.copyOf(passed);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
        refusals = List.copyOf(refusals);
    }

    static Findings of(Sight sight, boolean again) {
        var passed = new ArrayList<String>();
        var notes = new ArrayList<Finding>();
        var warnings = new ArrayList<Finding>();
        var refusals = new ArrayList<Finding>();
        for (var check : Checks.ALL) {
            if (!check.isAskedAt(again)) {
                continue;
            }
            switch (check.answer().apply(sight)) {
                case Verdict.Pass(var note) -> {
                    passed.add(check.name());
                    if (!note.isBlank()) {
                        notes.add(new Finding(check.name(), note, ""));
                    }
                }
                case Verdict.Warn(var what, var todo) ->
                        warnings.add(new Finding(check.name(), what, todo));
                case Verdict.Refuse(var what, var todo) ->
                        refusals.add(new Finding(check.name(), what, todo));
            }
        }
        return new Findings(passed, notes, warnings, refusals);
    }
}
