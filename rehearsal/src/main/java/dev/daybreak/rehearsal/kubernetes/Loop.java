package dev.daybreak.rehearsal.kubernetes;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The one thread that all controllers run on, one after the other.
final class Loop implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("kubernetes-", 0).factory());
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final Duration lag;
    private final Runnable pass;

    /// @param lag from a change until the pass that answers to it
    /// @param pass one look of every controller; it must change nothing where nothing is to do
    Loop(Duration lag, Runnable pass) {
        this.lag = lag;
        this.pass = pass;
    }

    /// Something changed: a pass follows; changes that come together are answered together.
    void wake() {
        if (woken.compareAndSet(false, true)) {
            after(
                    lag,
                    () -> {
                        woken.set(false);
                        pass.run();
                    });
        }
    }

    void after(Duration delay, Runnable task) {
        try {
            var _ = thread.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException _) {
            // The cluster is closed: nothing happens in it any more.
        }
    }

    void every(Duration interval, Runnable task) {
        var nanos = interval.toNanos();
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /// Waits until the task that runs now has ended; no other one follows.
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                broken.compareAndSet(null, new IllegalStateException("a controller hangs"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        var cause = broken.get();
        if (cause != null) {
            throw new IllegalStateException("a controller of the stand-in cluster failed", cause);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error problem) {
            broken.compareAndSet(null, problem);
            throw problem;
        }
    }
}
