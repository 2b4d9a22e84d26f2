package dev.daybreak.rehearsal.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A pod's process that does nothing but remember what was done to it.
final class FakeProcess implements PodProcess {
    final String pod;
    final String address;
    final Map<String, String> environment;
    final CountDownLatch mayEnd = new CountDownLatch(1);
    volatile boolean stubborn;
    volatile boolean healthy = true;
    volatile boolean running;
    volatile boolean killed;

    final List<Line> written = new CopyOnWriteArrayList<>();

    FakeProcess(String pod, String address, Map<String, String> environment) {
        this.pod = pod;
        this.address = address;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public void start() {
        if (environment.containsValue("crash")) {
            throw new IllegalStateException("told to crash");
        }
        running = true;
    }

    @Override
    public boolean isReady() {
        return running && healthy;
    }

    @Override
    public List<Line> log() {
        return List.copyOf(written);
    }

    @Override
    public void stop() {
        if (stubborn) {
            try {
                mayEnd.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
    }

    @Override
    public void kill() {
        killed = true;
        running = false;
        mayEnd.countDown();
    }
}
