package dev.daybreak.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Queries that are long enough for a file of their own.
enum SqlText {
    SCHEMA("schema.sql"),
    TABLES("tables.sql");

    private final String text;

    SqlText(String file) {
        this.text = read(file);
    }

    String text() {
        return text;
    }

    private static String read(String file) {
        try (var stream = SqlText.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing in this jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
