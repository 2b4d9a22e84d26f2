package dev.daybreak.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/// An execution's short id: readable, and different for every execution.
public final class Run {
    private static final int READABLE_MAX = 11;
    private static final int HASH_BYTES = 4;

    private Run() {}

    /// @param started an execution's name may be used again 90 days after it ended
    ///   (<https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html>)
    public static String of(String execution, Instant started) {
        var readable = execution.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var cut = readable.substring(0, Math.min(READABLE_MAX, readable.length()));
        return (cut + "-" + hash(execution + " " + started)).replaceAll("^-+|-(?=-)", "");
    }

    private static String hash(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
