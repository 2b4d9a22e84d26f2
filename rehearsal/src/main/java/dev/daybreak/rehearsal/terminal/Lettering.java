package dev.daybreak.rehearsal.terminal;

import java.nio.charset.Charset;
import java.util.Map;

/// Writes with what a terminal can show: other letters are replaced by ones that everybody has.
public record Lettering(Charset charset) {
    private static final Map<Integer, String> INSTEAD =
            Map.ofEntries(
                    Map.entry((int) '…', "..."),
                    Map.entry((int) '·', "-"),
                    Map.entry((int) '×', "x"),
                    Map.entry((int) '→', "->"),
                    Map.entry((int) '—', "-"),
                    Map.entry((int) '–', "-"),
                    Map.entry((int) '✓', "ok"),
                    Map.entry((int) '✗', "NO"),
                    Map.entry((int) '✉', "@"),
                    Map.entry((int) '●', "*"),
                    Map.entry((int) '■', "#"),
                    Map.entry((int) '█', "#"),
                    Map.entry((int) '━', "="),
                    Map.entry((int) '─', "-"),
                    Map.entry((int) '’', "'"),
                    Map.entry((int) '“', "\""),
                    Map.entry((int) '”', "\""));

    /// The same text, readable there.
    public String fit(String text) {
        var encoder = charset.newEncoder();
        var fitted = new StringBuilder();
        text.codePoints()
                .forEach(
                        letter -> {
                            var one = Character.toString(letter);
                            fitted.append(
                                    encoder.canEncode(one)
                                            ? one
                                            : INSTEAD.getOrDefault(letter, "?"));
                        });
        return fitted.toString();
    }
}
