package dev.daybreak.check;

import dev.daybreak.database.Session;
import dev.daybreak.straggler.Refusals.Straggler;
import java.util.List;
import java.util.stream.Collectors;

/// Those who are, or would be, in the old instance, for people.
final class Visitors {
    private static final int SHOWN_MAX = 5;

    private Visitors() {}

    static String who(Straggler one) {
        return "%s as %s%s, %d times"
                .formatted(one.client(), one.user(), named(one.application()), one.attempts());
    }

    static String who(Session one) {
        return "%s as %s%s"
                .formatted(one.client().orElse("?"), one.user(), named(one.application()));
    }

    /// The first of them, and how many more there are.
    static String some(List<String> all) {
        var more = all.size() - SHOWN_MAX;
        return all.stream().limit(SHOWN_MAX).collect(Collectors.joining("; "))
                + (more > 0 ? "; and %d more".formatted(more) : "");
    }

    private static String named(String application) {
        return application.isBlank() ? "" : " (application %s)".formatted(application);
    }
}
