package dev.daybreak.slack;

import java.util.Optional;

/// A message as Slack takes it: escaped (<https://api.slack.com/docs/message-formatting>), and not
/// so long that Slack cuts it without a word
/// (<https://api.slack.com/changelog/2018-04-truncating-really-long-messages>).
final class SlackText {
    static final int CHARACTERS_MAX = 40_000;

    static final String CUT = "\n… cut here for Slack; the mail and the execution's history go on.";

    private SlackText() {}

    static String of(Optional<String> subject, String message) {
        var head = subject.filter(text -> !text.isBlank()).map(text -> text + "\n\n").orElse("");
        return fitting(escaped(head + message));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// The end goes: what to do stands at the beginning.
    private static String fitting(String escaped) {
        if (escaped.length() <= CHARACTERS_MAX) {
            return escaped;
        }
        var end = CHARACTERS_MAX - CUT.length();
        var entity = escaped.lastIndexOf('&', end - 1);
        if (entity >= 0 && escaped.indexOf(';', entity) >= end) {
            end = entity;
        }
        if (end > 0 && Character.isHighSurrogate(escaped.charAt(end - 1))) {
            end--;
        }
        return escaped.substring(0, end) + CUT;
    }
}
