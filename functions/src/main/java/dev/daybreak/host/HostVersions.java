package dev.daybreak.host;

import dev.daybreak.ports.Secrets;
import dev.daybreak.secret.Labels;
import dev.daybreak.secret.SecretVersion;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The secret's versions that Daybreak makes and leaves.
final class HostVersions {
    private HostVersions() {}

    /// The same for the same change, so that a second try finds the first one's; 36 characters,
    /// within the 32 to 64 of a `ClientRequestToken`.
    static String id(String run, String insteadOf, String host, int port) {
        var name = "%s|%s|%s:%d".formatted(run, insteadOf, host, port);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// Moves `AWSCURRENT`. An earlier rotation may have left `AWSPENDING` on the version that is
    /// left here; if it stayed there, AWS would take that rotation for unfinished and refuse every
    /// later one.
    static void makeCurrent(Secrets secrets, String secret, String version, SecretVersion left) {
        if (left.labels().contains(Labels.PENDING)) {
            secrets.unlabel(secret, left.id(), Labels.PENDING);
        }
        secrets.makeCurrent(secret, version, left.id());
    }
}
