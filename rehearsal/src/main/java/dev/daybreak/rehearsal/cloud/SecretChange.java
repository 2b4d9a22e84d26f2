package dev.daybreak.rehearsal.cloud;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A secret after somebody changed it; names only, never a value.
///
/// @param by `daybreak`, `another writer` or `rotation`
/// @param call for example `UpdateSecretVersionStage`
/// @param current the id of the version with `AWSCURRENT`
/// @param changed the fields in which the current version differs from the current one before
/// @param labels of each version, by version id, the oldest first
public record SecretChange(
        Instant at,
        String by,
        String call,
        String current,
        Set<String> changed,
        Map<String, Set<String>> labels) {
    public SecretChange {
        changed = Collections.unmodifiableSet(new TreeSet<>(changed));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
