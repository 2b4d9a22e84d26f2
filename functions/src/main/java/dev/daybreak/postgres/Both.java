package dev.daybreak.postgres;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// What both sides answered, asked at once: while the application waits, nobody should wait for one
/// server after the other.
record Both<T>(T rds, T aurora) {
    static <T> Both<T> ask(Supplier<T> rds, Supplier<T> aurora) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var theirs = CompletableFuture.supplyAsync(aurora, threads);
            return new Both<>(rds.get(), theirs.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
