package dev.daybreak.kubernetes;

import com.fasterxml.jackson.core.JacksonException;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The one table that says what each answer of the API server means. Of its texts only a refusal's
/// is passed on: the others may quote what was sent, or what a Secret holds.
final class KubernetesFaults {
    static final int NOT_FOUND = 404;
    private static final int CAUSES_MAX = 16;

    private KubernetesFaults() {}

    /// @param doing what is tried, for people: `read Secret a in namespace b`
    static <T> T during(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (KubernetesClientException problem) {
            throw fault(doing, problem);
        }
    }

    /// The same where a 404 is an answer.
    static <T> Optional<T> found(String doing, Supplier<T> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (KubernetesClientException problem) {
            if (problem.getCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw fault(doing, problem);
        }
    }

    private static Fault fault(String doing, KubernetesClientException problem) {
        var code = problem.getCode();
        var text = "Kubernetes could not %s: %s.".formatted(doing, answer(problem));
        return switch (code) {
            case 401 ->
                    new Denied(
                            text
                                    + " It does not know who is asking: give the role of this"
                                    + " function an access entry on the cluster.");
            case 403 -> new Denied(text + " " + message(problem) + " Grant it, then redrive.");
            case 409 -> new Overtaken(text + " Somebody else changed it in between.");
            case 429 -> new Throttled(text);
            default -> code >= 500 || isLost(problem) ? new Unavailable(text) : unexpected(text);
        };
    }

    private static Fault unexpected(String text) {
        return new Unexpected(text + " Look at the object with kubectl, then redrive.");
    }

    private static String answer(KubernetesClientException problem) {
        if (problem.getCode() > 0) {
            var reason = Optional.ofNullable(problem.getStatus()).map(Status::getReason);
            return "it answered %d%s"
                    .formatted(problem.getCode(), reason.map(" "::concat).orElse(""));
        }
        return isLost(problem) ? "it did not answer" : "its answer cannot be read";
    }

    private static String message(KubernetesClientException problem) {
        return Optional.ofNullable(problem.getStatus()).map(Status::getMessage).orElse("");
    }

    /// No answer came: whether the call took effect is unknown. Jackson's own exceptions are
    /// `IOException`s too, but with those an answer was there.
    private static boolean isLost(KubernetesClientException problem) {
        return problem.getCode() <= 0
                && causes(problem).noneMatch(JacksonException.class::isInstance)
                && causes(problem)
                        .anyMatch(c -> c instanceof IOException || c instanceof TimeoutException);
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.<Throwable>iterate(problem, c -> c != null, Throwable::getCause)
                .limit(CAUSES_MAX);
    }
}
