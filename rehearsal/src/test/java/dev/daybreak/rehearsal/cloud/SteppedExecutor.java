package dev.daybreak.rehearsal.cloud;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Background work that a test runs piece by piece.
final class SteppedExecutor implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    void runOne() {
        waiting.remove().run();
    }

    /// As when one thread is slow and another one is not.
    void runNewest() {
        waiting.removeLast().run();
    }

    void runAll() {
        while (!waiting.isEmpty()) {
            runOne();
        }
    }
}
