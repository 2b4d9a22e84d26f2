package dev.daybreak.workload;

import java.util.Optional;

/// An ExternalSecret of the External Secrets Operator, by what matters to a refresh.
///
/// @param target the Kubernetes Secret that it writes
/// @param refreshPolicy `Periodic`, `OnChange`, `CreatedOnce`; `Periodic` where it says nothing
/// @param refreshInterval as written, for example `1h0m0s`
/// @param creationPolicy `Owner`, `Orphan`, `Merge`, `None`
/// @param targetImmutable `spec.target.immutable`: ESO then never changes the Secret
/// @param syncedVersion `status.syncedResourceVersion`: the object's generation and a hash of its
///   labels and annotations as they were at the last sync that succeeded. A sync of an unchanged
///   object leaves it as it is; one that a new `force-sync` value asked for changes it
///   (`GetResourceVersion` in the operator's `pkg/controllers/util`)
/// @param ready the condition Ready
/// @param trouble that condition's message where it is not ready
public record ExternalSecret(
        String name,
        String target,
        String refreshPolicy,
        String refreshInterval,
        String creationPolicy,
        boolean targetImmutable,
        Optional<String> syncedVersion,
        boolean ready,
        Optional<String> trouble) {}
