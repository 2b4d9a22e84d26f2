package dev.daybreak.host;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids of the secret's versions that Daybreak makes: the same for the same change, so that a second
/// try finds the first one's.
final class HostVersions {
    /// The label that keeps a version of ours from being deleted.
    static final String LABEL = "daybreak-after";

    private HostVersions() {}

    /// 36 characters, within the 32 to 64 of a `ClientRequestToken`.
    static String id(String run, String insteadOf, String host, int port) {
        var name = "%s|%s|%s:%d".formatted(run, insteadOf, host, port);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
