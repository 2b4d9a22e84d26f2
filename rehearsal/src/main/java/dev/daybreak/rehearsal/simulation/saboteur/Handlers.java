package dev.daybreak.rehearsal.simulation.saboteur;

import static dev.daybreak.rehearsal.simulation.saboteur.Saboteur.handler;

import dev.daybreak.alert.Alert;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.database.Mark;
import dev.daybreak.fault.Throttled;
import dev.daybreak.ports.Fences;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Method;
import dev.daybreak.proof.Progress;
import dev.daybreak.proof.TableProof;
import dev.daybreak.rehearsal.simulation.fault.Tampering;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.workload.Deployment;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Handlers that do less with a port than they must, or believe too much.
final class Handlers {
    /// A run is one thread's.
    private static final ThreadLocal<String> OVERHEARD = ThreadLocal.withInitial(() -> "");

    private Handlers() {}

    static List<Saboteur> all() {
        return List.of(
                handler(
                        "no-fence",
                        "RDS is not shut, and what its login says is not looked at",
                        Handlers::noFence),
                handler(
                        "proof-believed",
                        "the databases are taken for equal",
                        on("Comparisons.compare", (_, real) -> equal(real))),
                handler(
                        "late-writes-ignored",
                        "every mark is the same, and the databases are taken for equal",
                        Handlers::ignoreLateWrites),
                handler(
                        "previous-instead-of-recorded",
                        "the return goes back to AWSPREVIOUS, whatever that is",
                        on(
                                "Secrets.labelled",
                                (asked, real) ->
                                        real.call(asked.arguments().getFirst(), "AWSPREVIOUS"))),
                handler(
                        "secret-rewritten",
                        "only the fields that Daybreak knows are written",
                        on("Secrets.add", (asked, real) -> real.call(known(asked)))),
                handler(
                                "alert-lost-when-throttled",
                                "a message that SNS throttles is not sent again",
                                on("Alerts.send", (_, real) -> sentOnce(real)))
                        .near("Alerts"),
                handler(
                        "alert-without-next",
                        "a message does not say what to do",
                        on("Alerts.send", (asked, real) -> real.call(mute(asked)))),
                handler(
                        "replicas-remembered-late",
                        "the replicas are written down after they were changed",
                        Handlers::rememberLate),
                handler(
                        "second-version",
                        "a version is added for every try",
                        on("Secrets.add", Handlers::addTwice)),
                handler(
                        "sequences-forgotten",
                        "sequences are not carried back",
                        on("Streams.carrySequences", (_, _) -> 0)),
                handler(
                        "scaled-down-only-once",
                        "autoscalers are not paused",
                        on("Scalers.pause", (_, _) -> null)),
                handler("password-told", "a message holds the password", Handlers::tellPassword));
    }

    private static Tampering on(String name, Tampering instead) {
        return (asked, real) ->
                asked.name().equals(name) ? instead.instead(asked, real) : real.call();
    }

    private static @Nullable Object noFence(Tampering.Asked asked, Tampering.Real real)
            throws Throwable {
        if (asked.state().equals("Fence") && asked.name().equals("Fences.raise")) {
            return new Fences.Raised(List.of(), 0, 0, 0);
        }
        if (asked.state().equals("Fence") && asked.name().equals("Databases.login")) {
            return new Login.NotAdmitted();
        }
        return real.call();
    }

    private static Object equal(Tampering.Real real) throws Throwable {
        var tables =
                real.call() instanceof Progress.Compared(var told)
                        ? told.tables()
                        : List.<TableProof>of();
        return new Progress.Compared(new Comparison(Method.TEXT, tables, 1, 1, 1, 1, List.of(), 0));
    }

    private static @Nullable Object ignoreLateWrites(Tampering.Asked asked, Tampering.Real real)
            throws Throwable {
        if (asked.name().equals("Databases.mark")) {
            return new Mark(1, BigInteger.ONE, 0, 0, 1, Map.of());
        }
        return asked.name().equals("Comparisons.compare") ? equal(real) : real.call();
    }

    private static @Nullable Object addTwice(Tampering.Asked asked, Tampering.Real real)
            throws Throwable {
        var again = asked.arguments().toArray();
        again[1] = "again-" + again[1];
        again[2] = "again";
        real.call(again);
        return real.call();
    }

    private static Object[] known(Tampering.Asked asked) {
        var arguments = asked.arguments().toArray();
        var fields = new LinkedHashMap<>(((SecretFields) arguments[3]).fields());
        fields.remove("engine");
        arguments[3] = new SecretFields(fields);
        return arguments;
    }

    private static @Nullable Object sentOnce(Tampering.Real real) throws Throwable {
        try {
            return real.call();
        } catch (Throttled lost) {
            return null;
        }
    }

    private static Object[] mute(Tampering.Asked asked) {
        var alert = (Alert) asked.arguments().getFirst();
        return new Object[] {changed(alert, alert.happened(), "")};
    }

    private static Alert changed(Alert alert, String happened, String next) {
        return new Alert(
                alert.level(),
                alert.subject(),
                happened,
                alert.state(),
                next,
                alert.details(),
                alert.attributes());
    }

    private static @Nullable Object rememberLate(Tampering.Asked asked, Tampering.Real real)
            throws Throwable {
        var answer = real.call();
        var isRemembered =
                asked.state().equals("Remember") && asked.name().equals("Deployments.find");
        return isRemembered && answer instanceof Optional<?> found
                ? found.map(one -> at0((Deployment) one))
                : answer;
    }

    private static Deployment at0(Deployment one) {
        return new Deployment(
                one.name(), 0, 0, 0, 0, one.generation(), one.observedGeneration(), one.grace());
    }

    private static @Nullable Object tellPassword(Tampering.Asked asked, Tampering.Real real)
            throws Throwable {
        if (asked.name().equals("Databases.login")) {
            OVERHEARD.set(((Credentials) asked.arguments().get(1)).password());
        }
        if (!asked.name().equals("Alerts.send")) {
            return real.call();
        }
        var alert = (Alert) asked.arguments().getFirst();
        return real.call(changed(alert, alert.happened() + " " + OVERHEARD.get(), alert.next()));
    }
}
