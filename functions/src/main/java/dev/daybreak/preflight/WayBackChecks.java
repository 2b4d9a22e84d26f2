package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.note;
import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;
import static dev.daybreak.preflight.Verdict.warn;

import dev.daybreak.database.Facts;
import dev.daybreak.database.TableFacts;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Rollback;
import java.util.List;
import java.util.function.BiFunction;

/// What must be so that a rollback days later loses nothing. Where none is wanted, it is told and
/// never refused.
final class WayBackChecks {
    static final List<Check> ALL =
            List.of(
                    of("tables-have-keys", "Has every table a key?", WayBackChecks::keys),
                    of(
                            "large-objects",
                            "Do large objects come along?",
                            WayBackChecks::largeObjects),
                    of(
                            "logical-replication",
                            "Can changes flow back to the instance?",
                            WayBackChecks::replication));

    private WayBackChecks() {}

    private static Check of(
            String name, String question, BiFunction<Facts, Migration, Verdict> answer) {
        return Check.always(
                name,
                question,
                sight -> sight.facts().judge(facts -> answer.apply(facts, sight.migration())));
    }

    private static Verdict keys(Facts facts, Migration migration) {
        var without =
                facts.tables().stream()
                        .filter(table -> !table.hasKey())
                        .map(TableFacts::name)
                        .sorted()
                        .toList();
        if (without.isEmpty()) {
            return pass();
        }
        var what = "These tables have no key: %s.".formatted(Words.some(without));
        if (!isLossless(migration)) {
            return warn(what, "They are moved and compared like all others.");
        }
        return migration.source().replicaIdentityFull()
                ? warn(
                        what,
                        "They get REPLICA IDENTITY FULL before the snapshot, so that their changes"
                                + " can flow back; updates of them then log whole rows.")
                : refuse(
                        what,
                        "Their changes cannot flow back to RDS: give them a primary key, allow"
                                + " REPLICA IDENTITY FULL (source.replicaIdentityFull), or set"
                                + " rollback to snapshot-only.");
    }

    private static Verdict largeObjects(Facts facts, Migration migration) {
        if (facts.largeObjects() == 0) {
            return pass();
        }
        var what = "%d large objects come along in the snapshot.".formatted(facts.largeObjects());
        return isLossless(migration)
                ? refuse(
                        what,
                        "Changes to them do not flow back to RDS: move them to bytea columns, or"
                                + " set rollback to snapshot-only.")
                : note(what);
    }

    /// AWS's pages ask for it on both ends
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.FeatureSupport.LogicalReplication.html>).
    private static Verdict replication(Facts facts, Migration migration) {
        var level = facts.parameters().getOrDefault("wal_level", "not told");
        return level.equals("logical") || !isLossless(migration)
                ? pass()
                : refuse(
                        "wal_level is %s.".formatted(level),
                        "Set rds.logical_replication to 1 in the instance's parameter group and"
                                + " reboot it, or set rollback to snapshot-only.");
    }

    private static boolean isLossless(Migration migration) {
        return migration.rollback() == Rollback.LOSSLESS;
    }
}
