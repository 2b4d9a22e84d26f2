package dev.daybreak.rehearsal.simulation;

import java.util.AbstractList;
import java.util.function.IntFunction;

/// A list whose elements are made when they are asked for: a million trials take no memory.
final class Lazily<T> extends AbstractList<T> {
    private final int size;
    private final IntFunction<T> made;

    Lazily(int size, IntFunction<T> made) {
        this.size = size;
        this.made = made;
    }

    @Override
    public T get(int index) {
        return made.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
