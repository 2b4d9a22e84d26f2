package dev.daybreak.proof;

/// What one call of a comparison came to.
public sealed interface Progress {
    /// Everything was compared.
    record Compared(Comparison comparison) implements Progress {}

    /// There is more to read, from here on.
    record Unfinished(Cursor cursor) implements Progress {}
}
