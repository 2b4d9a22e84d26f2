package dev.daybreak.rehearsal.asl;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The task tokens that somebody waits for. Answers come from any thread, and each token is
/// answered once.
final class Tokens {
    private final ConcurrentHashMap<String, Waiting> open = new ConcurrentHashMap<>();

    /// @param beat what to do when the work says that it goes on
    private record Waiting(Answer answer, Runnable beat) {}

    void open(String token, Answer answer, Runnable beat) {
        open.put(token, new Waiting(answer, beat));
    }

    void close(String token) {
        open.remove(token);
    }

    boolean take(String token, Consumer<Answer> say) {
        var waiting = Optional.ofNullable(open.remove(token));
        waiting.map(Waiting::answer).ifPresent(say);
        return waiting.isPresent();
    }

    boolean beat(String token) {
        var waiting = Optional.ofNullable(open.get(token));
        waiting.map(Waiting::beat).ifPresent(Runnable::run);
        return waiting.isPresent();
    }
}
