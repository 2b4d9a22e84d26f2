package dev.daybreak.rehearsal.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends a command's work when somebody presses Ctrl-C (or the system says TERM): the thread that
/// works is interrupted, and the JVM waits until it has cleared up.
final class Interruption implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::stop, "ctrl-c");
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean happened;

    private Interruption() {}

    static Interruption watch() {
        var interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean happened() {
        return happened;
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return; // it is at work
        }
    }

    private void stop() {
        happened = true;
        System.err.printf("%nStopping: the servers are shut down and their data deleted ...%n");
        worker.interrupt();
        try {
            var cleared = done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            System.err.println(cleared ? "Stopped." : "Stopped, but look into .daybreak.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
