package dev.daybreak.rds;

import java.util.Map;

/// A manual DB snapshot. Aurora's restore takes it only by its ARN.
///
/// @param status `creating`, `available`, `failed`, …
/// @param percent 0 to 100
public record Snapshot(
        String id,
        String arn,
        String instance,
        String status,
        int percent,
        Map<String, String> tags) {
    public Snapshot {
        tags = Map.copyOf(tags);
    }
}
