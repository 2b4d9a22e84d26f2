package dev.daybreak.rehearsal.kubernetes;

import java.util.Optional;

/// Somebody between Daybreak and the API server who answers in its place.
@FunctionalInterface
public interface Interference {
    /// The status to refuse a call with; empty where it may pass.
    Optional<Integer> instead(String method, String path);

    /// Whether a SelfSubjectAccessReview says no.
    ///
    /// @param resource as `apps/deployments`
    default boolean denies(String verb, String resource) {
        return false;
    }
}
