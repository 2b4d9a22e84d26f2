package dev.daybreak.runtime;

import java.util.Optional;
import java.util.function.Supplier;

/// Made when it is first asked for, then kept: a Lambda pays only for what its step uses. A failure
/// is not kept.
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
