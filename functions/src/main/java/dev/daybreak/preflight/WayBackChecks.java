package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;

import dev.daybreak.database.Facts;
import dev.daybreak.database.TableFacts;
import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.function.BiFunction;

/// What must be so that a rollback days later loses nothing, asked only where one is wanted.
final class WayBackChecks {
    static final List<Check> ALL =
            List.of(
                    of(
                            "way-back-identities",
                            "Can every table's changes flow back?",
                            WayBackChecks::identities),
                    of(
                            "way-back-large-objects",
                            "Is there nothing that no stream carries back?",
                            (facts, _) -> largeObjects(facts)),
                    of(
                            "way-back-replication",
                            "Is logical replication on?",
                            (facts, _) -> replication(facts)));

    private WayBackChecks() {}

    private static Check of(
            String name, String question, BiFunction<Facts, Migration, Verdict> answer) {
        return Check.always(
                name,
                question,
                sight ->
                        sight.migration().rollback() == Migration.Rollback.LOSSLESS
                                ? sight.facts()
                                        .judge(facts -> answer.apply(facts, sight.migration()))
                                : pass());
    }

    private static Verdict identities(Facts facts, Migration migration) {
        var without =
                facts.tables().stream()
                        .filter(table -> !table.hasKey())
                        .map(TableFacts::name)
                        .sorted()
                        .toList();
        return without.isEmpty() || migration.source().replicaIdentityFull()
                ? pass()
                : refuse(
                        "A lossless rollback cannot hold for tables without a key: %s."
                                .formatted(Words.some(without)),
                        "Give them a primary key, allow REPLICA IDENTITY FULL for them"
                                + " (source.replicaIdentityFull), or set rollback to"
                                + " snapshot-only.");
    }

    private static Verdict largeObjects(Facts facts) {
        return facts.largeObjects() == 0
                ? pass()
                : refuse(
                        "%d large objects: logical replication does not carry changes to them."
                                .formatted(facts.largeObjects()),
                        "Move them to bytea columns, or set rollback to snapshot-only.");
    }

    /// AWS's pages ask for it on both ends
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.FeatureSupport.LogicalReplication.html>).
    private static Verdict replication(Facts facts) {
        var level = facts.parameters().getOrDefault("wal_level", "not told");
        return level.equals("logical")
                ? pass()
                : refuse(
                        "wal_level is %s.".formatted(level),
                        "Set rds.logical_replication to 1 in the instance's parameter group and"
                                + " reboot it, or set rollback to snapshot-only.");
    }
}
