package dev.daybreak.rehearsal.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Servers that exist only as a list of what was done to them, in order.
final class FakePark implements ServerPark {
    final List<String> done = new ArrayList<>();
    private Optional<String> broken = Optional.empty();

    /// What is asked of it next fails if it is this.
    void breaksAt(String work) {
        broken = Optional.of(work);
    }

    @Override
    public Endpoint reserve(String cluster) {
        return new Endpoint("127.0.0.3", 25_432);
    }

    @Override
    public Endpoint place(String instance) {
        return new Endpoint("127.0.0.4", 25_433);
    }

    @Override
    public void stop(String instance) {
        note("stop " + instance);
    }

    @Override
    public void start(String instance) {
        note("start " + instance);
    }

    @Override
    public void delete(String instance) {
        note("delete " + instance);
    }

    @Override
    public Backup snapshot(String instance, IntConsumer percent) {
        note("snapshot " + instance);
        percent.accept(40);
        percent.accept(39);
        percent.accept(100);
        return () -> {
            note("restore");
            return new Data();
        };
    }

    private void note(String work) {
        if (broken.filter(work::startsWith).isPresent()) {
            throw new IllegalStateException("disk full");
        }
        done.add(work);
    }

    private final class Data implements Volume {
        @Override
        public Server start(Endpoint endpoint, Map<String, String> parameters) {
            note("start at " + endpoint.port() + " with " + parameters);
            return () -> note("stop");
        }

        @Override
        public void discard() {
            note("discard");
        }
    }
}
