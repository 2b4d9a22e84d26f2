package dev.daybreak.rehearsal.cloud;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Background work that a test runs piece by piece.
final class SteppedExecutor implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    void runOne() {
        waiting.remove().run();
    }

    void runAll() {
        while (!waiting.isEmpty()) {
            runOne();
        }
    }
}
