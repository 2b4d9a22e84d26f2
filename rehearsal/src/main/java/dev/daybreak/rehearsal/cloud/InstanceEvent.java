package dev.daybreak.rehearsal.cloud;

import java.time.Instant;

/// An event that RDS hands to EventBridge.
///
/// @param id for example `RDS-EVENT-0154`
public record InstanceEvent(Instant at, String instance, String id, String message) {
    static final String OVERDUE =
            "DB instance is being started due to it exceeding the maximum allowed time being stopped.";
}
