package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether the names are free that the migration will give. Asked before anything is made only:
/// later they are taken by ourselves.
final class NameChecks {
    static final List<Check> ALL =
            List.of(
                    of(
                            "cluster-name-free",
                            "Is the cluster's name free?",
                            Sight.Taken::cluster,
                            sight -> "cluster " + sight.migration().target().cluster()),
                    of(
                            "writer-name-free",
                            "Is the writer's name free?",
                            Sight.Taken::writer,
                            sight -> "instance " + sight.migration().target().writer()),
                    of(
                            "stack-name-free",
                            "Is the stack's name free?",
                            Sight.Taken::stack,
                            sight -> "stack " + sight.migration().target().stack()),
                    Check.first(
                            "snapshot-names-free",
                            "Are the snapshots' names free?",
                            sight -> sight.taken().snapshots().judge(NameChecks::snapshots)));

    private NameChecks() {}

    private static Check of(
            String name,
            String question,
            Function<Sight.Taken, Seen<Optional<String>>> part,
            Function<Sight, String> what) {
        return Check.first(
                name,
                question,
                sight ->
                        part.apply(sight.taken()).judge(status -> free(status, what.apply(sight))));
    }

    private static Verdict free(Optional<String> status, String what) {
        return status.map(
                        present ->
                                refuse(
                                        "There is a %s already (%s).".formatted(what, present),
                                        "Delete what an earlier attempt left, or choose another"
                                                + " target.cluster."))
                .orElseGet(Verdict::pass);
    }

    private static Verdict snapshots(List<String> taken) {
        return taken.isEmpty()
                ? pass()
                : refuse(
                        "These snapshots exist already: %s.".formatted(Words.some(taken)),
                        "Start again under another execution name.");
    }
}
