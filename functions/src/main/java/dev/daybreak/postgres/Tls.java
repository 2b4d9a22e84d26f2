package dev.daybreak.postgres;

import java.util.Optional;
import java.util.Set;

/// How a connection is encrypted, in the words of libpq's and pgjdbc's `sslmode`.
///
/// @param rootCertificate path of the CA's certificate; what `verify-ca` and `verify-full` need
/// @see <a href="https://jdbc.postgresql.org/documentation/ssl/">pgjdbc, Using SSL</a>
public record Tls(String mode, Optional<String> rootCertificate) {
    /// `allow` is left out: it would talk in the clear where the server lets it.
    private static final Set<String> MODES =
            Set.of("disable", "prefer", "require", "verify-ca", "verify-full");

    /// What holds where the settings say nothing.
    public static final Tls REQUIRE = new Tls("require", Optional.empty());

    public Tls {
        if (!MODES.contains(mode)) {
            throw new IllegalArgumentException(
                    "sslmode '%s' is none of disable, prefer, require, verify-ca, verify-full"
                            .formatted(mode));
        }
        if (mode.startsWith("verify") && rootCertificate.isEmpty()) {
            throw new IllegalArgumentException(
                    "sslmode '%s' needs the path of a root certificate".formatted(mode));
        }
    }
}
