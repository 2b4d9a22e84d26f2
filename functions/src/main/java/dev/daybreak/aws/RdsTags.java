package dev.daybreak.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.Tag;

/// RDS's form of tags.
final class RdsTags {
    private RdsTags() {}

    static List<Tag> of(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /// A tag may have no value.
    static Map<String, String> read(Collection<Tag> tags) {
        return tags.stream()
                .collect(
                        Collectors.toMap(
                                Tag::key, tag -> Optional.ofNullable(tag.value()).orElse("")));
    }
}
