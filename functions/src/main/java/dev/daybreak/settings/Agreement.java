package dev.daybreak.settings;

import dev.daybreak.migration.Migration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What fields must be to each other, which a JSON Schema has no words for. A rule about a field
/// that was refused already says nothing more.
final class Agreement {
    /// A wait's round costs about nine of the 25,000 events that an execution's history holds
    /// (<https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html>).
    private static final int ROUNDS_MAX = 1000;

    private static final Pattern ARN = Pattern.compile("arn:[^:]+:secretsmanager:([^:]+):.*");

    private final Migration migration;
    private final List<Problem> refused;
    private final List<Problem> problems = new ArrayList<>();

    private Agreement(Migration migration, List<Problem> refused) {
        this.migration = migration;
        this.refused = List.copyOf(refused);
    }

    static List<Problem> problems(Migration migration, List<Problem> refused) {
        var agreement = new Agreement(migration, refused);
        agreement.identifiers();
        agreement.region("secret.id", migration.secret().id());
        agreement.region("source.ownerSecret", migration.source().ownerSecret());
        agreement.ownSecret();
        agreement.fieldNames();
        agreement.connectionString();
        agreement.workloads();
        agreement.recipients();
        agreement.waits();
        agreement.problems.addAll(ValidationAgreement.problems(migration.validation()));
        return agreement.problems;
    }

    private boolean isFine(String... places) {
        return Stream.of(places)
                .noneMatch(place -> refused.stream().anyMatch(one -> touch(one.place(), place)));
    }

    /// One is the other, or holds it.
    private static boolean touch(String one, String other) {
        return (one + ".").startsWith(other + ".")
                || (other + ".").startsWith(one + ".")
                || one.startsWith(other + "[");
    }

    private void refuse(String place, String found, String allowed) {
        problems.add(new Problem(place, found, allowed));
    }

    private void identifiers() {
        var source = migration.source().instance();
        var target = migration.target();
        if (isFine("source.instance", "target.cluster")
                && (source.equals(target.cluster()) || source.equals(target.writer()))) {
            refuse(
                    "target.cluster",
                    '"' + target.cluster() + '"',
                    "a name that is not source.instance, with and without -writer");
        }
    }

    private void region(String place, String secret) {
        var arn = ARN.matcher(secret);
        if (isFine(place, "secret.id", "region")
                && arn.matches()
                && !arn.group(1).equals(migration.region())
                && (place.equals("secret.id") || !secret.equals(migration.secret().id()))) {
            refuse(
                    place,
                    "the ARN of a secret in " + arn.group(1),
                    "a secret in %s, which is the migration's region"
                            .formatted(migration.region()));
        }
    }

    private void ownSecret() {
        var own = migration.secret().own();
        var others = Stream.of(migration.secret().id(), migration.source().ownerSecret());
        if (isFine("secret.id", "secret.own", "source.ownerSecret", "name")
                && others.anyMatch(other -> other.equals(own) || isArnOf(other, own))) {
            refuse(
                    "secret.own",
                    '"' + Spelling.clipped(own) + '"',
                    "a secret of Daybreak's own, neither secret.id nor source.ownerSecret");
        }
    }

    /// An ARN ends with the secret's name, a hyphen and six random characters.
    private static boolean isArnOf(String arn, String name) {
        int end = arn.length() - 7;
        return arn.startsWith("arn:") && end > 0 && arn.substring(0, end).endsWith(":" + name);
    }

    private List<String> names() {
        var fields = migration.secret().fields();
        return List.of(
                fields.username(),
                fields.password(),
                fields.host(),
                fields.port(),
                fields.database());
    }

    private void fieldNames() {
        if (isFine("secret.fields") && new HashSet<>(names()).size() < names().size()) {
            refuse("secret.fields", String.join(", ", names()), "five different fields");
        }
    }

    /// The text itself is not shown: who forgot `{password}` may have written the password.
    private void connectionString() {
        var place = "kubernetes.databaseSecret.dsn";
        var dsn = migration.kubernetes().databaseSecret().dsn();
        var wanted = names().stream().map(name -> "{" + name + "}").toList();
        var absent = wanted.stream().filter(name -> !dsn.contains(name)).toList();
        if (isFine(place, "secret.fields") && !absent.isEmpty()) {
            refuse(
                    place,
                    "a text without " + String.join(" and ", absent),
                    "a connection string with each of %s in it"
                            .formatted(String.join(" ", wanted)));
        }
    }

    private void workloads() {
        var names = new HashSet<String>();
        var selectors = new HashSet<String>();
        var deployments = migration.kubernetes().deployments();
        for (int item = 0; item < deployments.size(); item++) {
            var place = "kubernetes.deployments[%d]".formatted(item);
            var one = deployments.get(item);
            if (!names.add(one.name()) && isFine("kubernetes.deployments")) {
                refuse(place + ".name", '"' + one.name() + "\" again", "each Deployment once");
            }
            if (!selectors.add(one.selector()) && isFine("kubernetes.deployments")) {
                refuse(
                        place + ".selector",
                        '"' + Spelling.clipped(one.selector()) + "\" again",
                        "a selector of its own, or one Deployment's pods count as another's");
            }
        }
    }

    private void recipients() {
        var alerts = migration.alerts();
        if (isFine("alerts") && alerts.emails().isEmpty() && alerts.slackWebhook().isEmpty()) {
            refuse("alerts", "nobody", "at least one of emails, slackWebhook");
        }
    }

    private void waits() {
        var limits = migration.limits();
        var slow = migration.polls().slow();
        var quick = migration.polls().quick();
        wait("snapshot", limits.snapshot(), "slow", slow);
        wait("aurora", limits.aurora(), "slow", slow);
        wait("removal", limits.removal(), "slow", slow);
        wait("podsGone", limits.podsGone(), "quick", quick);
        wait("secretRefresh", limits.secretRefresh(), "quick", quick);
        wait("podsReady", limits.podsReady(), "quick", quick);
        wait("verification", limits.verification(), "quick", quick);
        wait("catchUp", limits.catchUp(), "quick", quick);
        if (areWaitsFine()) {
            HistoryRounds.problem(migration).ifPresent(problems::add);
        }
        if (isFine("polls") && quick.compareTo(slow) > 0) {
            refuse(
                    "polls.quick",
                    Durations.text(quick),
                    "no longer than polls.slow (%s)".formatted(Durations.text(slow)));
        }
    }

    private boolean areWaitsFine() {
        return isFine("limits", "polls")
                && problems.stream().noneMatch(one -> one.place().startsWith("limits."));
    }

    private void wait(String limit, Duration lasts, String poll, Duration every) {
        long rounds = lasts.dividedBy(every);
        if (isFine("limits." + limit, "polls." + poll) && (rounds < 1 || rounds > ROUNDS_MAX)) {
            refuse(
                    "limits." + limit,
                    "%s, looked at every %s: %d rounds"
                            .formatted(Durations.text(lasts), Durations.text(every), rounds),
                    "1 to %d rounds of polls.%s (longer polls, or a shorter limit)"
                            .formatted(ROUNDS_MAX, poll));
        }
    }
}
