package dev.daybreak.rehearsal.simulation.fault;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was answered to each question, for an answer that is out of date.
final class Answers {
    private final Map<String, Object> latest = new HashMap<>();
    private final Map<String, Object> before = new HashMap<>();

    /// Keeps an answer that may be given again later.
    @Nullable Object kept(Site site, Object @Nullable [] arguments, @Nullable Object answer) {
        if (answer != null && CallFault.STALE.fits(site)) {
            var question = question(site, arguments);
            var newest = latest.put(question, answer);
            if (newest != null && !newest.equals(answer)) {
                before.put(question, newest);
            }
        }
        return answer;
    }

    /// The last other answer to the same question; where there is none, that nothing is there.
    @Nullable Object before(Site site, Object @Nullable [] arguments, @Nullable Object now) {
        var old = before.get(question(site, arguments));
        return old != null ? old : now instanceof Optional<?> ? Optional.empty() : now;
    }

    private static String question(Site site, Object @Nullable [] arguments) {
        return site.port() + site.method() + Arrays.toString(arguments);
    }
}
