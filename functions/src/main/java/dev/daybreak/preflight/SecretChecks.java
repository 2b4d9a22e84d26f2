package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.note;
import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;

import dev.daybreak.database.Login;
import dev.daybreak.migration.Migration;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What is asked about the application's secret and the logins.
final class SecretChecks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    static final List<Check> ALL =
            List.of(
                    of("secret-unowned", "Is it managed by nobody else?", SecretChecks::owner),
                    of("rotation-off", "Is its rotation off?", SecretChecks::rotation),
                    of(
                            "no-rotation-under-way",
                            "Is no rotation half done?",
                            SecretChecks::rotating),
                    Check.always(
                            "secret-fields",
                            "Has the secret every field?",
                            sight ->
                                    sight.secret()
                                            .judge(secret -> fields(sight.migration(), secret))),
                    Check.always(
                            "secret-points-at-source",
                            "Does the secret point at the instance?",
                            SecretChecks::points),
                    Check.always(
                            "application-login",
                            "Can the application log in?",
                            sight -> login(sight.applicationLogin(), names(sight).id())),
                    Check.always(
                            "owner-login",
                            "Can the database's owner log in?",
                            sight ->
                                    login(
                                            sight.ownerLogin(),
                                            sight.migration().source().ownerSecret())),
                    Check.first(
                            "own-secret",
                            "Can Daybreak have a secret of its own?",
                            sight ->
                                    sight.ownSecretThere()
                                            .judge(there -> ownSecret(there, sight.migration()))),
                    Check.again(
                            "own-login",
                            "Can Daybreak's own role log in?",
                            sight -> login(sight.ownLogin(), names(sight).own())));

    private SecretChecks() {}

    private static Check of(String name, String question, Function<SecretFacts, Verdict> answer) {
        return Check.always(name, question, sight -> sight.secretFacts().judge(answer));
    }

    private static Verdict owner(SecretFacts secret) {
        return secret.owner()
                .map(
                        owner ->
                                refuse(
                                        "The secret is managed by %s.".formatted(owner),
                                        "Its host is not ours to change: move the application to a"
                                                + " secret of your own first."))
                .orElseGet(Verdict::pass);
    }

    private static Verdict rotation(SecretFacts secret) {
        return secret.rotationEnabled()
                ? refuse(
                        "A rotation is scheduled.",
                        "A password that changes after the snapshot is not in Aurora: aws"
                                + " secretsmanager cancel-rotate-secret, until the migration is"
                                + " over.")
                : pass();
    }

    private static Verdict rotating(SecretFacts secret) {
        return secret.isRotating()
                ? refuse(
                        "A rotation began and did not end: a version is AWSPENDING.",
                        "Let it end, or take the label AWSPENDING off that version.")
                : pass();
    }

    private static Verdict fields(Migration migration, SecretFields secret) {
        var names = migration.secret().fields();
        var wanted =
                new LinkedHashSet<>(
                        List.of(
                                names.username(),
                                names.password(),
                                names.host(),
                                names.port(),
                                names.database()));
        PLACEHOLDER
                .matcher(migration.kubernetes().databaseSecret().dsn())
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(wanted::add);
        wanted.removeIf(name -> secret.text(name).filter(text -> !text.isBlank()).isPresent());
        return wanted.isEmpty()
                ? pass()
                : refuse(
                        "The secret has nothing in %s.".formatted(Words.some(wanted)),
                        "Fill them in, or name the right fields in secret.fields and the dsn.");
    }

    private static Verdict points(Sight sight) {
        return sight.instance()
                .judge(instance -> sight.secret().judge(secret -> points(sight, instance, secret)));
    }

    private static Verdict points(Sight sight, DatabaseInstance instance, SecretFields secret) {
        var names = sight.migration().secret().fields();
        var host = secret.text(names.host()).orElse("nothing");
        var port = secret.text(names.port()).orElse("nothing");
        return host.equalsIgnoreCase(instance.host())
                        && port.equals(Integer.toString(instance.port()))
                ? pass()
                : refuse(
                        "The secret says %s:%s, the instance answers at %s:%d."
                                .formatted(
                                        Words.some(List.of(host)),
                                        Words.some(List.of(port)),
                                        instance.host(),
                                        instance.port()),
                        "Point the secret at the instance's own endpoint, or name the instance that"
                                + " the application really uses in source.instance.");
    }

    private static Migration.Secret names(Sight sight) {
        return sight.migration().secret();
    }

    private static Verdict login(Seen<Login> tried, String secret) {
        return tried.judge(login -> login(login, secret));
    }

    private static Verdict login(Login login, String secret) {
        return switch (login) {
            case Login.Accepted _ -> pass();
            case Login.WrongPassword _ ->
                    refuse(
                            "The server takes the login of secret %s for wrong.".formatted(secret),
                            "Put the right user name and password into the secret.");
            case Login.NotAdmitted _ ->
                    refuse(
                            "The role of secret %s may not CONNECT.".formatted(secret),
                            "GRANT CONNECT on the database; a fence of an earlier migration may"
                                    + " still stand.");
        };
    }

    private static Verdict ownSecret(boolean isThere, Migration migration) {
        return note(
                isThere
                        ? "Secret %s exists already; its login is used again."
                                .formatted(migration.secret().own())
                        : "");
    }
}
