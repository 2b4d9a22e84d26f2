package dev.daybreak.alert;

import java.util.List;
import java.util.Map;

/// A message to people, written for the one who gets it at night.
///
/// @param subject at most [#SUBJECT_MAX] characters, as SNS demands, ASCII, one line
/// @param happened first line: what happened
/// @param state who serves the application now, and which database takes writes
/// @param next what to do, best as a command or a link
/// @param details further lines
/// @param attributes the same for machines (SNS message attributes); at most 10
public record Alert(
        Level level,
        String subject,
        String happened,
        String state,
        String next,
        List<String> details,
        Map<String, String> attributes) {
    /// The limit of SNS (`Publish`, parameter `Subject`).
    public static final int SUBJECT_MAX = 100;

    public Alert {
        details = List.copyOf(details);
        attributes = Map.copyOf(attributes);
        if (subject.isBlank()
                || subject.length() > SUBJECT_MAX
                || !subject.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "a subject is 1 to %d printable ASCII characters".formatted(SUBJECT_MAX));
        }
    }

    /// Where an execution is looked at.
    ///
    /// @param execution its ARN, which tells the region
    public static String console(String execution) {
        var parts = execution.split(":", -1);
        return "https://%1$s.console.aws.amazon.com/states/home?region=%1$s#/v2/executions/details/%2$s"
                .formatted(parts.length > 3 ? parts[3] : "", execution);
    }

    /// How much it hurts.
    public enum Level {
        /// All is well.
        INFO,
        /// Somebody is asked to decide.
        ASK,
        /// It did not work, and everything is as it was.
        WARNING,
        /// A person must act now.
        PAGE
    }

    /// The message's body: what happened, the state things are in, what to do next, then details.
    public String body() {
        var lines = new StringBuilder();
        lines.append(happened).append("\n\nNow: ").append(state).append("\nNext: ").append(next);
        if (!details.isEmpty()) {
            lines.append("\n\n").append(String.join("\n", details));
        }
        return lines.append('\n').toString();
    }
}
