package dev.daybreak.rehearsal.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The values of a Secret's `data`.
final class Base64Text {
    private Base64Text() {}

    static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String data) {
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }
}
