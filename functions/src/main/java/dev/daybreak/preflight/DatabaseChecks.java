package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;
import static dev.daybreak.preflight.Verdict.warn;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Session;
import dev.daybreak.database.TableFacts;
import dev.daybreak.workload.Pod;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is asked about the database itself.
final class DatabaseChecks {
    static final List<Check> ALL =
            List.of(
                    of("owner-owns", "Is the owner's login the owner's?", DatabaseChecks::owner),
                    of("writable", "Does the database take writes?", DatabaseChecks::writable),
                    of(
                            "read-only-holds",
                            "Would a read-only database be read-only for every role?",
                            DatabaseChecks::writers),
                    of(
                            "only-database",
                            "Is it the instance's only database?",
                            OtherDatabases::judge),
                    of(
                            "extensions-in-use",
                            "Are its extensions known to be on Aurora?",
                            DatabaseChecks::extensionsInUse),
                    Check.always(
                            "extensions-required",
                            "Are the required extensions known to be on Aurora?",
                            DatabaseChecks::extensionsRequired),
                    of(
                            "no-unlogged-tables",
                            "Is no data in unlogged tables?",
                            DatabaseChecks::unlogged),
                    of(
                            "no-prepared-transactions",
                            "Does no prepared transaction wait?",
                            DatabaseChecks::prepared),
                    Check.always(
                            "no-long-transaction",
                            "Is no transaction open for long?",
                            sight -> sight.facts().judge(facts -> transactions(facts, sight))),
                    Check.always(
                            "known-clients",
                            "Is every client a pod of the deployments?",
                            DatabaseChecks::clients));

    private DatabaseChecks() {}

    private static Check of(String name, String question, Function<Facts, Verdict> answer) {
        return Check.always(name, question, sight -> sight.facts().judge(answer));
    }

    private static Verdict owner(Facts facts) {
        return facts.ownerIsMember()
                ? pass()
                : refuse(
                        "The database belongs to %s.".formatted(facts.owner()),
                        "Only its owner can fence it: name the secret with that login in"
                                + " source.ownerSecret.");
    }

    private static Verdict writable(Facts facts) {
        var readOnly = facts.parameters().getOrDefault("default_transaction_read_only", "not told");
        return readOnly.equals("off")
                ? pass()
                : refuse(
                        "default_transaction_read_only is %s.".formatted(readOnly),
                        "ALTER DATABASE … RESET default_transaction_read_only; a fence of an"
                                + " earlier migration may still stand.");
    }

    /// Before Aurora is opened, the application is let in to read only; the fence would refuse to
    /// let it in, at the end of the window.
    private static Verdict writers(Facts facts) {
        return facts.writers().isEmpty()
                ? pass()
                : refuse(
                        "Roles with default_transaction_read_only = off of their own: %s."
                                .formatted(Words.some(facts.writers())),
                        "ALTER ROLE … RESET default_transaction_read_only, also with IN DATABASE:"
                                + " they would write before Aurora is opened for writes.");
    }

    private static Verdict extensionsInUse(Facts facts) {
        return AuroraExtensions.offers("in use", facts.extensions().keySet());
    }

    private static Verdict extensionsRequired(Sight sight) {
        return AuroraExtensions.offers("required", sight.migration().target().requiredExtensions());
    }

    /// A snapshot brings an unlogged table back empty.
    private static Verdict unlogged(Facts facts) {
        var full = tables(facts, table -> table.isUnlogged() && table.rows() != 0);
        var empty = tables(facts, table -> table.isUnlogged() && table.rows() == 0);
        if (!full.isEmpty()) {
            return refuse(
                    "Unlogged tables come back empty, and these hold rows or were never analyzed:"
                            + " %s.".formatted(Words.some(full)),
                    "ALTER TABLE … SET LOGGED, or TRUNCATE and ANALYZE what may be lost.");
        }
        return empty.isEmpty()
                ? pass()
                : warn(
                        "These tables are unlogged and empty: %s.".formatted(Words.some(empty)),
                        "They come back empty, whatever is written to them meanwhile.");
    }

    private static Verdict prepared(Facts facts) {
        return facts.preparedTransactions() == 0
                ? pass()
                : refuse(
                        "%d prepared transactions wait.".formatted(facts.preparedTransactions()),
                        "COMMIT PREPARED or ROLLBACK PREPARED each in pg_prepared_xacts: one that"
                                + " commits behind the fence would be lost.");
    }

    private static Verdict transactions(Facts facts, Sight sight) {
        var limit = sight.migration().limits().idleTransaction();
        return facts.oldestTransaction().compareTo(limit) <= 0
                ? pass()
                : refuse(
                        "A transaction is open for %d s (limit %d s)."
                                .formatted(
                                        facts.oldestTransaction().toSeconds(), limit.toSeconds()),
                        "Let it end, or end it: the fence would cut it off in the window.");
    }

    private static Verdict clients(Sight sight) {
        return sight.sessions()
                .judge(sessions -> sight.workloads().judge(all -> clients(sessions, all)));
    }

    private static Verdict clients(List<Session> sessions, List<Sight.Workload> workloads) {
        var pods =
                workloads.stream()
                        .flatMap(workload -> workload.pods().stream())
                        .flatMap((Pod pod) -> pod.address().stream())
                        .collect(Collectors.toSet());
        var strangers =
                sessions.stream()
                        .filter(session -> session.client().isPresent())
                        .filter(session -> !pods.contains(session.client().orElseThrow()))
                        .map(DatabaseChecks::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        return strangers.isEmpty()
                ? pass()
                : warn(
                        "These clients are no pods of the deployments: %s."
                                .formatted(Words.some(strangers)),
                        "The fence cuts them off and their writes are refused from then on: point"
                                + " them at the secret, or stop them.");
    }

    private static String name(Session session) {
        return "%s from %s".formatted(session.user(), session.client().orElse("the server"));
    }

    private static List<String> tables(Facts facts, Predicate<TableFacts> which) {
        return facts.tables().stream().filter(which).map(TableFacts::name).sorted().toList();
    }
}
