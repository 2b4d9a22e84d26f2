package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;
import static dev.daybreak.preflight.Verdict.warn;

import dev.daybreak.migration.Migration;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.RenderedSecret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is asked about the way from the secret to the pods. What ESO does with each setting:
/// <https://external-secrets.io/latest/api/externalsecret/>.
final class ExternalSecretChecks {
    static final List<Check> ALL =
            List.of(
                    Check.always(
                            "external-secret-found",
                            "Does an ExternalSecret render the application's Kubernetes Secret?",
                            sight ->
                                    sight.externalSecrets()
                                            .judge(found -> renders(found, sight.migration()))),
                    of(
                            "external-secrets-refreshable",
                            "Can every ExternalSecret that reads the secret be refreshed?",
                            ExternalSecretChecks::refreshable),
                    of(
                            "external-secrets-own",
                            "Does each own what it writes?",
                            ExternalSecretChecks::merging),
                    of("external-secrets-ready", "Are they ready?", ExternalSecretChecks::ready),
                    Check.always(
                            "rendered-host",
                            "Does the Kubernetes Secret hold the present host?",
                            ExternalSecretChecks::rendered));

    private ExternalSecretChecks() {}

    private static Check of(
            String name, String question, Function<List<ExternalSecret>, Verdict> answer) {
        return Check.always(name, question, sight -> sight.externalSecrets().judge(answer));
    }

    private static Verdict renders(List<ExternalSecret> found, Migration migration) {
        var target = migration.kubernetes().databaseSecret().name();
        return found.stream().anyMatch(one -> one.target().equals(target))
                ? pass()
                : refuse(
                        "No ExternalSecret reads %s and writes %s (%s)."
                                .formatted(
                                        migration.secret().id(),
                                        target,
                                        found.isEmpty()
                                                ? "none reads it at all"
                                                : "found: " + names(found.stream())),
                        "Name the Secret that the application reads in kubernetes.databaseSecret.");
    }

    private static Verdict refreshable(List<ExternalSecret> found) {
        var stuck =
                found.stream()
                        .flatMap(
                                one ->
                                        whyStuck(one)
                                                .map(why -> "%s (%s)".formatted(one.name(), why))
                                                .stream())
                        .toList();
        return stuck.isEmpty()
                ? pass()
                : refuse(
                        "These would keep the old host: %s.".formatted(Words.some(stuck)),
                        "Give them refreshPolicy Periodic with an interval, creationPolicy Owner,"
                                + " and a Secret that is not immutable.");
    }

    private static Optional<String> whyStuck(ExternalSecret one) {
        if (one.refreshPolicy().equals("CreatedOnce")) {
            return Optional.of("refreshPolicy CreatedOnce");
        }
        if (one.refreshPolicy().equals("Periodic") && isZero(one.refreshInterval())) {
            return Optional.of("refreshInterval %s".formatted(one.refreshInterval()));
        }
        if (one.targetImmutable()) {
            return Optional.of("immutable");
        }
        return Optional.of("creationPolicy None").filter(_ -> one.creationPolicy().equals("None"));
    }

    /// `0`, `0s`, `0h0m0s`; ESO takes nothing at all for `1h`.
    private static boolean isZero(String interval) {
        return !interval.isBlank()
                && interval.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }

    private static Verdict merging(List<ExternalSecret> found) {
        var merging = found.stream().filter(one -> one.creationPolicy().equals("Merge")).toList();
        return merging.isEmpty()
                ? pass()
                : warn(
                        "These write into a Secret that somebody else made (creationPolicy Merge):"
                                + " %s.".formatted(names(merging.stream())),
                        "Make sure that nobody else writes the same key.");
    }

    private static Verdict ready(List<ExternalSecret> found) {
        var broken =
                found.stream()
                        .filter(one -> !one.ready())
                        .map(
                                one ->
                                        "%s: %s"
                                                .formatted(
                                                        one.name(),
                                                        one.trouble().orElse("no reason told")))
                        .toList();
        return broken.isEmpty()
                ? pass()
                : refuse(
                        "Not ready: %s.".formatted(Words.some(broken)),
                        "Mend them: a refresh that fails now fails in the window.");
    }

    private static Verdict rendered(Sight sight) {
        return sight.secret()
                .judge(
                        secret ->
                                sight.rendered()
                                        .judge(
                                                found ->
                                                        rendered(
                                                                sight.migration(), secret, found)));
    }

    private static Verdict rendered(
            Migration migration, SecretFields secret, Optional<RenderedSecret> found) {
        var host = secret.text(migration.secret().fields().host()).filter(text -> !text.isBlank());
        return host.filter(text -> found.stream().anyMatch(one -> one.value().contains(text)))
                .map(_ -> pass())
                .orElseGet(() -> stale(migration));
    }

    private static Verdict stale(Migration migration) {
        var secret = migration.kubernetes().databaseSecret();
        return refuse(
                "Key %s of Secret %s is missing or holds another host than the secret."
                        .formatted(secret.key(), secret.name()),
                "Refresh it (annotation force-sync on its ExternalSecret) and see why it was not.");
    }

    private static String names(Stream<ExternalSecret> found) {
        return Words.some(found.map(ExternalSecret::name).toList());
    }
}
