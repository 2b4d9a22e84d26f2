package dev.daybreak.workload;

/// One key of a Kubernetes Secret. Its value never shows in a text.
///
/// @param resourceVersion changes with each write
/// @param value the decoded text of the key
public record RenderedSecret(String name, String key, String resourceVersion, String value) {
    @Override
    public String toString() {
        return "key %s of Secret %s".formatted(key, name);
    }
}
