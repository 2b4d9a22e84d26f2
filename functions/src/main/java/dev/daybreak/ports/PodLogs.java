package dev.daybreak.ports;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// What the application's pods wrote. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`.
public interface PodLogs {
    /// The most that is read of one pod.
    int BYTES_MAX = 10 << 20;

    /// @param count lines that match, in all pods together
    /// @param examples the first lines that match, each cut short and never more than a few
    /// @param isWhole whether all was read: a pod that writes more than [#BYTES_MAX] is cut
    record Matches(long count, List<String> examples, boolean isWhole) {
        public Matches {
            examples = List.copyOf(examples);
        }
    }

    /// Lines of the last `span` that the pattern finds, in every pod that the selector finds.
    Matches matching(String selector, Pattern pattern, Duration span);
}
