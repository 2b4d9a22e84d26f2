package dev.daybreak.postgres;

import dev.daybreak.proof.Difference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// Walks through both schemas at once and names what differs.
final class SchemaComparison {
    private static final int SHOWN_MAX = 160;

    private static final int SHOWN_BEFORE = 60;

    private static final Comparator<String> BYTES =
            (a, b) ->
                    Arrays.compareUnsigned(
                            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private static final Comparator<Thing> ORDER =
            Comparator.comparing(Thing::object, BYTES).thenComparing(Thing::part, BYTES);

    private record Thing(String object, String part, String definition) {
        static Thing read(ResultSet row) throws SQLException {
            return new Thing(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    private final Findings findings;
    private Optional<String> missing = Optional.empty();

    SchemaComparison(Findings findings) {
        this.findings = findings;
    }

    void compare(Link rds, Link aurora) {
        var what = "Reading the schema";
        var both =
                Both.ask(
                        () -> rds.stream(what, SqlText.SCHEMA.text(), Thing::read),
                        () -> aurora.stream(what, SqlText.SCHEMA.text(), Thing::read));
        try (var ours = both.rds();
                var theirs = both.aurora()) {
            while (ours.peek().isPresent() || theirs.peek().isPresent()) {
                step(ours, theirs);
            }
        }
    }

    private void step(Rows<Thing> ours, Rows<Thing> theirs) {
        var order = order(ours.peek(), theirs.peek());
        if (order < 0) {
            ours.peek().ifPresent(thing -> oneSided(thing, "Aurora"));
        } else if (order > 0) {
            theirs.peek().ifPresent(thing -> oneSided(thing, "RDS"));
        } else {
            ours.peek().ifPresent(a -> theirs.peek().ifPresent(b -> both(a, b)));
        }
        if (order <= 0) {
            ours.advance();
        }
        if (order >= 0) {
            theirs.advance();
        }
    }

    /// At its end, a side comes after everything.
    private static int order(Optional<Thing> a, Optional<Thing> b) {
        if (a.isPresent() && b.isPresent()) {
            return ORDER.compare(a.get(), b.get());
        }
        return a.isPresent() ? -1 : 1;
    }

    /// Where an object is missing, its parts go without saying.
    private void oneSided(Thing thing, String where) {
        if (missing.filter(thing.object()::equals).isPresent()) {
            return;
        }
        if (thing.part().isEmpty()) {
            missing = Optional.of(thing.object());
        }
        findings.add(
                thing.object(),
                Difference.Kind.SCHEMA,
                "%s missing on %s: %s"
                        .formatted(subject(thing), where, shortened(thing.definition())));
    }

    private void both(Thing a, Thing b) {
        if (!a.definition().equals(b.definition())) {
            findings.add(
                    a.object(),
                    Difference.Kind.SCHEMA,
                    subject(a) + " different: " + unlike(a.definition(), b.definition()));
        }
    }

    private static String subject(Thing thing) {
        return thing.part().isEmpty() ? "is" : "its " + thing.part() + " is";
    }

    /// Both texts, from shortly before the place where they part.
    private static String unlike(String a, String b) {
        var same = Arrays.mismatch(a.toCharArray(), b.toCharArray());
        var from = Math.max(0, same - SHOWN_BEFORE);
        return "on RDS %s; on Aurora %s"
                .formatted(shortened(a.substring(from)), shortened(b.substring(from)));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }
}
