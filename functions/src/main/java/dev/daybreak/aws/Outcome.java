package dev.daybreak.aws;

import dev.daybreak.fault.Fault;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// How one call to AWS went. Whoever made it decides what a failure means there; who does not care
/// throws its fault.
sealed interface Outcome<T> {
    record Answered<T>(T value) implements Outcome<T> {}

    record Failed<T>(Meaning meaning, Fault fault) implements Outcome<T> {}

    /// @param what we did and on what, for people: `describe instance mosaic-prod-db`
    static <T> Outcome<T> of(String what, Supplier<T> call) {
        try {
            return new Answered<>(call.get());
        } catch (SdkException error) {
            return failed(error, "AWS could not %s: %s".formatted(what, quoted(error)));
        }
    }

    /// The same for a call that carries a secret's value there or back: the words of AWS and of the
    /// SDK are left out, since a validation error may repeat what it was given, and a parser's what
    /// it could not read.
    static <T> Outcome<T> ofSecret(String what, Supplier<T> call) {
        try {
            return new Answered<>(call.get());
        } catch (SdkException error) {
            return failed(error, "AWS could not %s: %s".formatted(what, named(error)));
        }
    }

    /// Throws the fault of a failure.
    default T orThrow() {
        return switch (this) {
            case Answered<T>(T value) -> value;
            case Failed<T> failed -> throw failed.fault();
        };
    }

    /// Empty where there is no such thing; throws the fault of any other failure.
    default Optional<T> ifPresent() {
        return switch (this) {
            case Answered<T>(T value) -> Optional.of(value);
            case Failed<T>(var meaning, _) when meaning == Meaning.ABSENT -> Optional.empty();
            case Failed<T> failed -> throw failed.fault();
        };
    }

    /// False where there is one already; throws the fault of any other failure.
    default boolean isNew() {
        return switch (this) {
            case Answered<T> _ -> true;
            case Failed<T>(var meaning, _) when meaning == Meaning.EXISTS -> false;
            case Failed<T> failed -> throw failed.fault();
        };
    }

    private static <T> Outcome<T> failed(SdkException error, String text) {
        var meaning = ErrorTable.meaning(error);
        return new Failed<>(meaning, meaning.fault(text));
    }

    private static String quoted(SdkException error) {
        return switch (error) {
            case AwsServiceException answer ->
                    "%s %s".formatted(named(error), ErrorTable.details(answer)).strip();
            default -> "%s: %s".formatted(named(error), error.getMessage());
        };
    }

    /// The request id is what AWS's support asks for.
    private static String named(SdkException error) {
        return switch (error) {
            case AwsServiceException answer when answer.requestId() != null ->
                    "%s (HTTP %d, request %s)."
                            .formatted(
                                    ErrorTable.code(answer),
                                    answer.statusCode(),
                                    answer.requestId());
            case AwsServiceException answer ->
                    "%s (HTTP %d).".formatted(ErrorTable.code(answer), answer.statusCode());
            default -> error.getClass().getSimpleName();
        };
    }
}
